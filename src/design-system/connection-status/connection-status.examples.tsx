import { PageHeader } from '../page-frame/page-frame.tsx'
import { ConnectionStatus } from './connection-status.tsx'

export const examples = {
  'Connected, nothing waits': () => (
    <PageHeader name="Voorbeeldsite">
      <ConnectionStatus id="status" href="#wachtrij" connected>
        Verbonden · 0 wachten
      </ConnectionStatus>
    </PageHeader>
  ),
  'No connection, three wait': () => (
    <PageHeader name="Voorbeeldsite">
      <ConnectionStatus id="status" href="#wachtrij" connected={false} waiting>
        Geen verbinding · 3 wachten
      </ConnectionStatus>
    </PageHeader>
  ),
}

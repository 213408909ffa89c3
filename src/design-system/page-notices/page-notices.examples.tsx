import { Button } from '../button/button.tsx'
import { PageNotice, PageNotices } from './page-notices.tsx'

export const examples = {
  'No connection, and a new version': () => (
    <PageNotices>
      <PageNotice id="disconnected" kind="warning">
        Geen verbinding. Je kunt gewoon doorgaan: wat je opslaat, wacht op dit apparaat.
      </PageNotice>
      <PageNotice id="update" kind="info" action={<Button variant="subtle">Vernieuwen</Button>}>
        Er is een nieuwe versie.
      </PageNotice>
    </PageNotices>
  ),
}

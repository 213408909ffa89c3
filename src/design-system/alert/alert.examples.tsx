import { Button } from '../button/button.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Alert } from './alert.tsx'

export const examples = {
  Info: () => (
    <Alert kind="info">
      <Paragraph>Morgen zijn we van 9.00 tot 10.00 uur bezig met onderhoud.</Paragraph>
    </Alert>
  ),
  'Saved, with a way back': () => (
    <Alert kind="ok" role="status">
      <Paragraph>
        Opgeslagen. <Button variant="subtle">Ongedaan maken</Button>
      </Paragraph>
    </Alert>
  ),
  Warning: () => (
    <Alert kind="warning">
      <Paragraph>Er wachten 2 berichten tot er weer internet is.</Paragraph>
    </Alert>
  ),
  Error: () => (
    <Alert kind="error" role="alert">
      <Paragraph>Het opslaan lukte niet. Probeer het over een minuut opnieuw.</Paragraph>
    </Alert>
  ),
}

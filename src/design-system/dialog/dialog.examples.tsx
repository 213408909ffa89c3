import { Button } from '../button/button.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Dialog } from './dialog.tsx'

export const examples = {
  'Asked before something is lost': () => (
    <Dialog
      id="question"
      title="Weggooien?"
      open
      buttons={
        <>
          <Button type="submit" variant="danger" value="yes">
            Ja, weggooien
          </Button>
          <Button type="submit" value="">
            Bewaren
          </Button>
        </>
      }
    >
      <Paragraph>Na het weggooien kun je het niet terughalen.</Paragraph>
    </Dialog>
  ),
}

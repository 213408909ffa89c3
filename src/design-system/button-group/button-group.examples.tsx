import { Button } from '../button/button.tsx'
import { ButtonGroup } from './button-group.tsx'

export const examples = {
  'Two choices': () => (
    <ButtonGroup>
      <Button variant="primary" type="submit">
        Wijziging opslaan
      </Button>
      <Button variant="subtle" href="#terug">
        Terug zonder opslaan
      </Button>
    </ButtonGroup>
  ),
}

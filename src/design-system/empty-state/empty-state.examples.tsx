import { Button } from '../button/button.tsx'
import { EmptyState } from './empty-state.tsx'

export const examples = {
  'Nothing yet': () => (
    <EmptyState action={<Button href="#nieuw">Eerste bericht schrijven</Button>}>
      Nog geen berichten vandaag. Het eerste staat hier straks.
    </EmptyState>
  ),
}

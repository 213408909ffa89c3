import { Button } from '../button/button.tsx'
import { ChosenItem, ChosenList } from './chosen-list.tsx'

export const examples = {
  'Two things chosen': () => (
    <ChosenList id="chosen" label="Gekozen">
      <ChosenItem>
        <span>Appels</span>
        <Button variant="subtle" icon="cross" ariaLabel="Appels weghalen" />
      </ChosenItem>
      <ChosenItem>
        <span>Peren</span>
        <Button variant="subtle" icon="cross" ariaLabel="Peren weghalen" />
      </ChosenItem>
    </ChosenList>
  ),
}

import { Button } from './button.tsx'

export const examples = {
  Primary: () => (
    <Button variant="primary" type="submit" ariaKeyshortcuts="Control+Enter">
      Antwoord opslaan
    </Button>
  ),
  Secondary: () => <Button>Nog een toevoegen</Button>,
  Subtle: () => <Button variant="subtle">Ongedaan maken</Button>,
  Danger: () => <Button variant="danger">Bericht verwijderen</Button>,
  'With an icon': () => (
    <Button variant="secondary" icon="check">
      Lijst nakijken
    </Button>
  ),
  'As a link': () => (
    <Button href="#volgende" variant="primary">
      Naar stap 2, uw gegevens nakijken
    </Button>
  ),
  'Very long text': () => (
    <Button variant="primary">
      Een knop met een heel lange tekst die op een smal scherm over meer regels loopt en nergens wordt
      afgekapt
    </Button>
  ),
}

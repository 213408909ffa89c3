import { ChoiceTiles } from './choice-tiles.tsx'

const subjects = [
  'Inloggen',
  'App op de telefoon',
  'Geld terugvragen',
  'Aangifte doen',
  'Telefoon of tablet instellen',
  'Papieren',
  'De gemeente',
  'Bankzaken',
  'Zorg',
  'Iets anders',
]
const options = subjects.map((label, index) => ({ value: `${index + 1}`, label }))

export const examples = {
  'One answer': () => (
    <ChoiceTiles id="tiles-one" name="one" legend="Waar gaat het over?" options={options} values={['2']} />
  ),
  'Several answers, after the question': () => (
    <ChoiceTiles
      id="tiles-many"
      name="many"
      legend="Hoe ging het?"
      multiple
      beside
      options={options.slice(0, 4)}
      values={['1', '3']}
    />
  ),
  'With an error': () => (
    <ChoiceTiles
      id="tiles-error"
      name="error"
      legend="Waar gaat het over?"
      required
      options={options.slice(0, 3)}
      error="Kies waar het over gaat"
    />
  ),
}

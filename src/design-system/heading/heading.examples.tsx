import { Heading } from './heading.tsx'

export const examples = {
  'Three levels': () => (
    <>
      <Heading level={2} looks={1}>
        Zo groot als de titel van een pagina
      </Heading>
      <Heading level={3} looks={2}>
        Zo groot als de kop van een deel
      </Heading>
      <Heading level={4} looks={3}>
        Zo groot als de kop van een onderdeel
      </Heading>
    </>
  ),
}

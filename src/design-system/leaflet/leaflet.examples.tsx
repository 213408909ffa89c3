import { Heading } from '../heading/heading.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Leaflet } from './leaflet.tsx'

export const examples = {
  'A sheet with a code': () => (
    <Leaflet
      hint="Druk dit blad af met Ctrl en P."
      print="Druk af"
      asOf="Stand van 24 november 2026"
      code='<svg viewBox="0 0 2 2"><path d="M0 0h1v1H0zM1 1h1v1H1z"/></svg>'
      codeLabel="Code die naar de pagina leidt"
      address="voorbeeld.nl/blad"
    >
      <Heading level={1}>Een blad</Heading>
      <Paragraph>Om mee te geven.</Paragraph>
    </Leaflet>
  ),
}

import { Paragraph } from './paragraph.tsx'

export const examples = {
  'Lead, text and what stands beside the matter': () => (
    <>
      <Paragraph lead>Hier staat in één zin waar deze pagina over gaat.</Paragraph>
      <Paragraph>
        Daarna komt de tekst. Een regel telt hoogstens zeventig tekens, want langere regels lezen moeilijk:
        het oog vindt het begin van de volgende regel dan niet meer terug.
      </Paragraph>
      <Paragraph subtle>Bijgewerkt op 24 november 2026.</Paragraph>
    </>
  ),
}

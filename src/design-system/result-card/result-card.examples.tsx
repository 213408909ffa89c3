import { Button } from '../button/button.tsx'
import { ResultCard, ResultList } from './result-card.tsx'

export const examples = {
  'Two that were found': () => (
    <>
      <h2>Gevonden</h2>
      <ResultList label="Gevonden">
        <ResultCard
          number={1}
          name="Gebouw De Wende"
          href="#een"
          aside="600 m"
          state="Nu open tot 17.00 uur"
          open
          lines={['Stationsplein 4, 1234 AB Voorbeeldstad', 'Zonder drempel']}
          actions={<Button href="#een">Bekijk</Button>}
        />
        <ResultCard
          number={2}
          name="Een gebouw met een bijzonder lange naam aan de Burgemeester van Voorbeeldstraat"
          href="#twee"
          aside="2,4 km"
          state="Morgen open van 10.00 tot 12.00 uur"
          open={false}
          lines={['Dorpsstraat 1, 1234 AB Voorbeelddorp']}
        />
      </ResultList>
    </>
  ),
}

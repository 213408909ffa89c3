import { LinkTiles } from './link-tiles.tsx'

export const examples = {
  'Times of a day': () => (
    <LinkTiles
      label="Dinsdag"
      links={['10.00', '10.30', '11.00', '11.30', '12.00'].map((time) => ({
        href: '#',
        label: time,
        fullLabel: `Dinsdag ${time}`,
      }))}
    />
  ),
}

import { TileMap } from './tile-map.tsx'

export const examples = {
  'Before anybody asked for it': () => (
    <TileMap
      tiles={{ url: '/tegels/{z}/{x}/{y}.png', credit: 'Voorbeeldkaart' }}
      points={[{ number: 1, latitude: 52.156, longitude: 5.388 }]}
      words={{
        open: 'Toon een kaart die je kunt verschuiven',
        label: 'Kaart',
        zoomIn: 'Dichterbij',
        zoomOut: 'Verder weg',
      }}
    >
      <p>Hier staat de kaart als plaatje.</p>
    </TileMap>
  ),
}

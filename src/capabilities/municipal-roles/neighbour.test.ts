import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossingOf } from './neighbour.ts'

const codes = ['GM1', 'GM2', 'GM3'] as const
const nearest = fc.array(
  fc.record({
    postcode: fc.string(),
    town: fc.string(),
    municipality: fc.constantFrom(...codes),
    inhabitants: fc.integer({ min: 1, max: 9000 }),
    deskId: fc.uuid(),
    deskName: fc.constantFrom('A', 'B', 'C'),
    deskMunicipality: fc.constantFrom(...codes),
    metres: fc.nat(),
  }),
)

test('everybody crosses one border at most, and the desks add up to those who cross', () => {
  fc.assert(
    fc.property(nearest, fc.constantFrom(...codes), (areas, from) => {
      const crossings = codes.map((to) => crossingOf(areas, from, to))
      const across = areas.filter(
        ({ municipality, deskMunicipality }) => municipality === from && deskMunicipality !== from,
      )
      expect(crossings.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(
        across.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
      )
      for (const { inhabitants, desks } of crossings)
        expect(desks.reduce((sum, desk) => sum + desk.inhabitants, 0)).toBe(inhabitants)
    }),
  )
})

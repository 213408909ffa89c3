import { expect, it } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'

it('leads to each field, and its heading can take focus', () => {
  const html = String(
    <ErrorSummary
      title="Verbeter 2 dingen"
      errors={[{ id: 'naam', message: 'Vul uw naam in' }, { message: 'Sla opnieuw op' }]}
    />,
  )
  expect(html).toMatch(/<h2[^>]* tabindex="-1" data-focus-on-load/)
  expect(html).toMatch(/<a[^>]* href="#naam">Vul uw naam in<\/a>/)
  expect(html).toContain('<li>Sla opnieuw op</li>')
})

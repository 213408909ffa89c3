import { describe, expect, it } from 'vitest'
import { TextInput } from '../text-input/text-input.tsx'
import { FormField } from './form-field.tsx'

const field = (props: object = {}) =>
  String(
    <FormField id="naam" label="Naam" {...props}>
      <TextInput name="name" />
    </FormField>,
  )

describe('FormField', () => {
  it('ties its label to the control and says nothing more than it has to', () => {
    expect(field()).toContain('<label class="utrecht-form-label" for="naam">')
    expect(field()).toContain('<input id="naam"')
    expect(field()).not.toMatch(/aria-(describedby|invalid|required)/)
  })

  it('reads the description and the error, in the order of the screen', () => {
    const html = field({ description: 'Zoals u heet', error: 'Vul uw naam in' })
    expect(html).toContain('aria-describedby="naam-description naam-error"')
    expect(html.indexOf('id="naam-description"')).toBeLessThan(html.indexOf('id="naam-error"'))
    expect(html.indexOf('id="naam-error"')).toBeLessThan(html.indexOf('<input'))
    expect(html).toContain('aria-invalid="true"')
  })

  it('says what is required to assistive technology alone', () => {
    expect(field({ required: true })).toContain('aria-required="true"')
  })

  it('does not lend its id to a control outside it', () => {
    field()
    expect(() => String(<TextInput name="lost" />)).toThrow('A control needs a FormField')
  })

  it('escapes what people typed', () => {
    expect(field({ error: '<script>' })).toContain('&lt;script&gt;')
  })
})

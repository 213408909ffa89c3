import { describe, expect, it } from 'vitest'
import { CheckboxGroup } from '../checkbox-group/checkbox-group.tsx'
import { ChoiceTiles } from '../choice-tiles/choice-tiles.tsx'
import { DateInput } from '../date-input/date-input.tsx'
import { RadioGroup } from '../radio-group/radio-group.tsx'

const options = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee', description: 'Of nog niet' },
]
const group = { id: 'gelukt', name: 'done', legend: 'Is het gelukt?', options }

describe('groups of controls', () => {
  it('give the first control the id that the error summary links to', () => {
    const html = String(<RadioGroup {...group} />)
    expect(html).toMatch(/<input[^>]* id="gelukt" type="radio" name="done" value="yes"/)
    expect(html).toMatch(/<input[^>]* id="gelukt-no"/)
  })

  it('mark radio buttons as one whole and checkboxes one by one', () => {
    const radios = String(<RadioGroup {...group} required error="Kies ja of nee" />)
    expect(radios).toMatch(/<fieldset[^>]* role="radiogroup" aria-invalid="true" aria-required="true"/)
    expect(radios).not.toMatch(/<input[^>]*aria-invalid/)
    const boxes = String(<CheckboxGroup {...group} error="Kies er een" />)
    expect(boxes).not.toMatch(/<fieldset[^>]*(role|aria-invalid)/)
    expect(boxes.match(/<input[^>]*aria-invalid="true"/g)).toHaveLength(2)
  })

  it('keep what was chosen', () => {
    expect(String(<RadioGroup {...group} value="no" />).match(/checked/g)).toHaveLength(1)
    const tiles = String(<ChoiceTiles {...group} multiple values={['yes', 'no']} />)
    expect(tiles.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
  })

  it('read the line under an answer with that answer', () => {
    expect(String(<RadioGroup {...group} />)).toContain('aria-describedby="gelukt-no-hint"')
  })
})

describe('DateInput', () => {
  const date = {
    id: 'start',
    name: 'start',
    legend: 'Wanneer?',
    labels: { day: 'Dag', month: 'Maand', year: 'Jaar' },
  }

  it('posts three parts', () => {
    const html = String(<DateInput {...date} value={{ day: '24', month: '11', year: '2026' }} />)
    expect(html).toMatch(/id="start" name="start.day"[^>]* value="24"/)
    expect(html).toMatch(/id="start-month" name="start.month"[^>]* value="11"/)
    expect(html).toMatch(/id="start-year" name="start.year"[^>]* value="2026"/)
  })

  it('leads from the error summary to the first part that is wrong', () => {
    const html = String(<DateInput {...date} error="Kijk de maand na" wrong={['month', 'year']} />)
    expect(html).toMatch(/id="start" name="start.month"[^>]* aria-invalid="true"/)
    expect(html).toMatch(/id="start-day" name="start.day"(?![^>]*aria-invalid)/)
  })
})

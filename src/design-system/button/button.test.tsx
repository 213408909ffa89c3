import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'

describe('Button', () => {
  it('sends a form only when it is asked to', () => {
    expect(String(<Button>Toon</Button>)).toContain('type="button"')
    expect(String(<Button type="submit">Opslaan</Button>)).toContain('type="submit"')
  })

  it('is a link when it goes somewhere', () => {
    const html = String(<Button href="/hulp">Naar de hulp</Button>)
    expect(html).toMatch(/^<a [^>]*href="\/hulp"/)
    expect(html).not.toContain('type=')
  })

  it('says whether what it opens is open', () => {
    expect(String(<Button ariaExpanded={false}>Meer</Button>)).toContain('aria-expanded="false"')
    expect(String(<Button>Meer</Button>)).not.toContain('aria-expanded')
  })
})

import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { htmlOfMail } from './mail-layout.ts'

const html = (body: string, subject = 'Uw afspraak', language = 'nl'): string =>
  htmlOfMail({ subject, body, language })

describe('a mail in HTML', () => {
  test('has the paragraphs and lines of its text, and the subject as its heading', () => {
    const page = html('Beste bezoeker,\n\nU hebt een afspraak:\ndinsdag om tien uur.\n')
    expect(page).toContain('<html lang="nl" dir="ltr">')
    expect(page).toMatch(/<h1[^>]*>Uw afspraak<\/h1>/)
    expect(page.match(/<p /g)).toHaveLength(2)
    expect(page).toContain('U hebt een afspraak:<br>dinsdag om tien uur.')
  })

  test.each([
    ['on one line', 'Bekijk uw afspraak: https://balie.test/afspraak/abc'],
    ['on the next line', 'Bekijk uw afspraak\nhttps://balie.test/afspraak/abc'],
  ])('makes a button of words with an address %s', (_, body) =>
    expect(html(body)).toMatch(/<a href="https:\/\/balie.test\/afspraak\/abc"[^>]*>Bekijk uw afspraak<\/a>/),
  )

  test('links an address in the middle of a text, and leaves a long text a text', () => {
    expect(html('Zie https://balie.test voor meer.\nTot dan.')).toMatch(
      /Zie <a href="https:\/\/balie.test"[^>]*>https:\/\/balie.test<\/a> voor meer.<br>Tot dan./,
    )
  })

  test('runs nothing that stands in its text', () => {
    const page = html('<script>alert(1)</script> & "x" https://x.test/"onclick=1', '<b>')
    expect(page).not.toMatch(/<script|<b>|"onclick/)
  })

  test('is valid, and fetches nothing', async () => {
    const page = html('Een.\n\nDoe dit: https://balie.test/a?b=1&c=2\n\nTwee https://balie.test')
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-inline-style': 'off', 'long-title': 'off' },
    }).validateString(page)
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    expect(page).not.toMatch(/<(img|link|script|iframe)|url\(|src=/)
  })
})

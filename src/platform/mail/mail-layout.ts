import type { Mail } from './mail.ts'

/**
 * The same mail with headings and links, made of its plain text, so that both always say the same: a blank line parts two paragraphs, the
 * subject is the heading, and a line that ends in an address becomes a button with the words before it. No pictures, nothing from
 * elsewhere, no address but those that stand in the text: who opens a mail is not followed.
 * @param body with its addresses filled in
 */
export function htmlOfMail({
  subject,
  body,
  language,
}: Pick<Mail, 'subject' | 'body'> & { readonly language: string }): string {
  const parts = body
    .trim()
    .split(/\n{2,}/)
    .map((part) => paragraph(part.trim()))
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font:17px/1.5 Arial,sans-serif">
<div style="max-width:600px;margin:0 auto">
<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${escaped(subject)}</h1>
${parts.join('\n')}
</div>
</body>
</html>
`
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])
const address = /https?:\/\/[^\s<>"]+/
const endsInAddress = new RegExp(`^(.*?):?\\s*(${address.source})$`, 's')

function paragraph(text: string): string {
  const [, words = '', target = ''] = endsInAddress.exec(text) ?? []
  if (target && !address.test(words) && words.split('\n').length === 1) {
    return `<p style="margin:0 0 16px"><a href="${escaped(target)}" style="display:inline-block;padding:12px 20px;background:#154273;color:#ffffff;text-decoration:none;border-radius:4px">${escaped(words.trim() || target)}</a></p>`
  }
  const lines = text.split('\n').map((line) => withLinks(line))
  return `<p style="margin:0 0 16px">${lines.join('<br>')}</p>`
}

const withLinks = (line: string): string =>
  line
    .split(new RegExp(`(${address.source})`))
    .map((piece, index) =>
      index % 2 === 1
        ? `<a href="${escaped(piece)}" style="color:#154273">${escaped(piece)}</a>`
        : escaped(piece),
    )
    .join('')

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Area codes of three digits; all others have four (numbering plan for telephone services, ACM). */
const shortAreaCodes = /^0(10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7[0-9])/
const mobile = /^06[1-58]\d{7}$/
/** Not bound to a place: 085 and 088 for firms, 084, 087 and 091 of older use. */
const placeless = /^0(8[4578]|91)\d{7}$/
const geographic = /^0[1-57]\d{8}$/
const service = /^0(800|90[069])(\d{4}|\d{7})$/
const ofMunicipality = /^140\d{2,3}$/

/**
 * Writes a Dutch telephone number tidily: 033 123 45 67, 0343 12 34 56, 06 12 34 56 78, 0800 1234, 14 033. Takes it with
 * +31 or 0031, brackets, hyphens and dots too. Undefined when it is none. Whether somebody answers is not known.
 */
export function tidyPhone(text: string): string | undefined {
  if (!/^[+\d\s().\-/]+$/.test(text)) return undefined
  const digits = text.replace(/\(0\)/, '').replace(/[^+\d]/g, '')
  const number = digits.replace(/^(\+31|0031)0?(?!0)/, '0')
  if (ofMunicipality.test(number)) return `14 ${number.slice(2)}`
  if (service.test(number)) return `${number.slice(0, 4)} ${number.slice(4)}`
  if (mobile.test(number)) return grouped(number, [2, 2, 2, 2, 2])
  if (placeless.test(number)) return grouped(number, [3, 3, 2, 2])
  if (!geographic.test(number)) return undefined
  return grouped(number, shortAreaCodes.test(number) ? [3, 3, 2, 2] : [4, 2, 2, 2])
}

function grouped(digits: string, sizes: readonly number[]): string {
  let at = 0
  return sizes
    .map((size) => {
      at += size
      return digits.slice(at - size, at)
    })
    .join(' ')
}

/** The address of a link that calls a number. */
export const callLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

/** A number that does not break at the end of a line. */
export const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00a0')

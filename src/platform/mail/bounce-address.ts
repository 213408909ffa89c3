const id = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'

/**
 * The sender on the envelope of one mail: the address for bounces with the number of the mail in it, so that a bounce says by its own
 * address which mail it is about (variable envelope return path).
 * @param bounces as bounces@voorbeeld.nl; its mail server must take bounces+anything@voorbeeld.nl for it
 */
export function bounceAddressOf(bounces: string, mailId: string): string {
  const [name, domain] = bounces.split('@')
  return `${name}+${mailId}@${domain}`
}

/** The number of the mail in an address for bounces; undefined when there is none. */
export function mailIdOfBounce(address: string): string | undefined {
  return new RegExp(`\\+(${id})@`, 'i').exec(address)?.[1]?.toLowerCase()
}

/** The number of the mail in its Message-ID. */
export function mailIdOfMessage(messageId: string): string | undefined {
  return new RegExp(`^<(${id})@`, 'i').exec(messageId.trim())?.[1]?.toLowerCase()
}

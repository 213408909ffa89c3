import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of a key of AES-256. */
const keyBytes = 32
/** Bytes of what makes each sealing differ, and of its seal (NIST SP 800-38D). */
const nonceBytes = 12
const sealBytes = 16

/**
 * Encrypts with AES-256-GCM. What comes out is nonce, text and seal in one.
 * @param context what the text belongs to: sealed for one row it does not open in another
 */
export function seal(key: Buffer, text: string | Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** The reverse of `seal`. @throws when the key or the context is another, or a byte has changed */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - sealBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(nonceBytes, sealed.length - sealBytes)),
    decipher.final(),
  ])
}

/**
 * The keys that are not in the database: the first encrypts, all decrypt, so that one can be changed for another. Each wraps the
 * keys of the libraries; from the last follow the tokens of links and the hashes of codes.
 */
export class MasterKeys {
  readonly current: string
  private readonly keys: ReadonlyMap<string, Buffer>

  /** @param text as `2026:<32 bytes in base64>,2025:<32 bytes in base64>`, the one in use first. @throws when it has another form */
  constructor(text: string) {
    const pairs = text.split(',').map((part): [string, Buffer] => {
      const [, id = '', key = ''] = /^([a-z\d-]{1,20}):([A-Za-z\d+/]{43}=)$/.exec(part.trim()) ?? []
      if (!id)
        throw new Error('PERSONAL_DATA_KEYS: name:key, of 32 bytes in base64, with a comma between two')
      return [id, Buffer.from(key, 'base64')]
    })
    this.keys = new Map(pairs)
    this.current = pairs[0]?.[0] ?? ''
    if (this.keys.size !== pairs.length) throw new Error('PERSONAL_DATA_KEYS: two keys have the same name')
  }

  /** A new key as it stands in the environment. */
  static make(id: string): string {
    return `${id}:${randomBytes(keyBytes).toString('base64')}`
  }

  /** Whether there is a key of this name. */
  has(id: string): boolean {
    return this.keys.has(id)
  }

  /** A new key of a library, and how it may stand in the database. */
  makeLibraryKey(keyId: string): { readonly key: Buffer; readonly wrapped: Buffer } {
    const key = randomBytes(keyBytes)
    return { key, wrapped: this.wrap(key, keyId) }
  }

  wrap(key: Buffer, keyId: string): Buffer {
    return seal(this.keyOf(this.current), key, `library-key ${keyId}`)
  }

  /** @param masterKey the name of the key that it was wrapped with. @throws when that is not among these keys */
  unwrap(wrapped: Buffer, keyId: string, masterKey: string): Buffer {
    return unseal(this.keyOf(masterKey), wrapped, `library-key ${keyId}`)
  }

  /** The token of a link. It cannot be guessed from the id, and stands nowhere. */
  tokenOf(linkId: string): string {
    return this.signed('link', linkId).toString('base64url')
  }

  /** A short code as it may stand in the database: useless without the key. */
  hashOfCode(code: string): Buffer {
    return this.signed('code', code)
  }

  private signed(what: string, text: string): Buffer {
    // The oldest key: tokens that wait in the mail and codes on paper outlive a new first key.
    const oldest = [...this.keys.keys()].at(-1) ?? ''
    const key = Buffer.from(hkdfSync('sha256', this.keyOf(oldest), '', `balie ${what}`, keyBytes))
    return createHmac('sha256', key).update(text).digest()
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id)
    if (!key) throw new Error(`PERSONAL_DATA_KEYS holds no key named ${id}`)
    return key
  }
}

/** A keyed hash of an address or a telephone number, so that it is found without being readable. Spaces, dashes and capitals do not count. */
export function hashForLookup(libraryKey: Buffer, text: string): Buffer {
  const plain = text.toLowerCase().replace(/[\s\-()]/g, '')
  const key = Buffer.from(hkdfSync('sha256', libraryKey, '', 'balie lookup', keyBytes))
  return createHmac('sha256', key).update(plain).digest()
}

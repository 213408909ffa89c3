import { hash, verify } from '@node-rs/argon2'

/** Argon2id by the first choice of OWASP's password storage cheat sheet: 19 MiB, 2 rounds, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const shortestPassword = 12

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** The hash of a password nobody has, so that an unknown address takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined

export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return matches && stored != null
}

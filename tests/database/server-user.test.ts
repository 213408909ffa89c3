import { spawnSync } from 'node:child_process'
import { access, chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runnableBinaries } from '../../src/platform/database/embedded/binaries.ts'
import { serverUserFor } from '../../src/platform/database/embedded/server-user.ts'
import { startProgram } from '../support/child-process.ts'
import { type Checkout, makeCheckout } from './checkout.ts'
import { newDataFolder, postmasterPid } from './data-folder.ts'

const isRoot = process.getuid?.() === 0
const nobody = isRoot ? ((await serverUserFor('/nowhere')) as { uid: number; gid: number }) : undefined

/** The reason is printed, so that a test that was left out is seen. */
function skipUnless(possible: boolean, reason: string): boolean {
  if (!possible) process.stderr.write(`SKIPPED in ${import.meta.filename}: ${reason}\n`)
  return !possible
}

const noRoot = skipUnless(isRoot, 'only root can start a program as somebody else')
const noNode = skipUnless(
  noRoot || spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0,
  `another user cannot run ${process.execPath}`,
)
const noMounts = skipUnless(
  noRoot || spawnSync('unshare', ['--mount', 'true']).status === 0,
  'this system does not let root make a mount namespace (a container without CAP_SYS_ADMIN)',
)

/** User and command line of the server of a folder. */
async function serverOf(folder: string): Promise<{ uid: number; command: string }> {
  const proc = `/proc/${await postmasterPid(folder)}`
  const status = await readFile(`${proc}/status`, 'utf8')
  return {
    uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
    command: await readFile(`${proc}/cmdline`, 'utf8'),
  }
}

describe.skipIf(noRoot)('as root', () => {
  let closed: Checkout
  beforeAll(async () => {
    closed = await makeCheckout({ closed: true })
  })
  afterAll(() => closed.remove())

  test('from a checkout and with data in a closed home, the server runs as another user', async () => {
    const folder = join(closed.folder, 'data')
    const program = startProgram(process.execPath, [closed.program, folder])
    expect(JSON.parse(await program.nextLine())).toMatchObject({
      uid: 0,
      version: expect.stringContaining('PostgreSQL 18'),
    })
    const server = await serverOf(folder)
    expect(server.uid).toBe(nobody?.uid)
    expect(server.command).not.toContain(closed.folder)
    expect(await readFile(join(folder, 'postgresql/cluster/PG_VERSION'), 'utf8')).toBe('18\n')
    await program.end('SIGTERM')
    expect(await postmasterPid(folder)).toBeUndefined()
  })

  test('the owner of a cluster that was there runs it, so it can be given to an account of its own', async () => {
    const folder = await newDataFolder()
    const first = startProgram(process.execPath, [closed.program, folder])
    await first.nextLine()
    await first.end('SIGTERM')
    spawnSync('chown', ['-R', '12345:12345', join(folder, 'postgresql')])
    const second = startProgram(process.execPath, [closed.program, folder])
    await second.nextLine()
    expect((await serverOf(folder)).uid).toBe(12345)
    await second.end('SIGTERM')
    // Restored by root from a copy: root's, which the server cannot be.
    spawnSync('chown', ['-R', '0:0', join(folder, 'postgresql')])
    const third = startProgram(process.execPath, [closed.program, folder])
    await third.nextLine()
    expect((await serverOf(folder)).uid).toBe(nobody?.uid)
    await third.end('SIGTERM')
  })

  test.skipIf(noMounts)('on a system without a user "postgres"', async () => {
    const folder = await newDataFolder()
    const accounts = join(folder, 'passwd')
    const known = await readFile('/etc/passwd', 'utf8')
    await writeFile(accounts, known.replace(/^postgres:.*\n/m, ''))
    await chmod(accounts, 0o644)
    const script = `mount --bind "$1" /etc/passwd && ! id postgres 2>/dev/null && exec "$2" "$3" "$4"`
    const program = startProgram('unshare', [
      '--mount',
      'sh',
      '-c',
      script,
      'sh',
      accounts,
      process.execPath,
      closed.program,
      folder,
    ])
    expect(JSON.parse(await program.nextLine())).toMatchObject({ uid: 0 })
    expect((await serverOf(folder)).uid).toBe(nobody?.uid)
    await program.end('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  test('copies that are made at once end in one whole copy, and a broken one is mended', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'balie-cache-'))
    onTestFinished(() => rm(cache, { recursive: true }))
    await chmod(cache, 0o755)
    const user = nobody ?? {}
    const made = await Promise.all([1, 2, 3].map(() => runnableBinaries(closed.package, user, cache)))
    const folder = made[0]?.folder ?? ''
    expect(made).toEqual(Array(3).fill({ folder, major: 18 }))
    expect(folder.startsWith(cache)).toBe(true)
    await writeFile(join(folder, 'bin/postgres'), '')
    expect(await runnableBinaries(closed.package, user, cache)).toEqual({ folder, major: 18 })
    expect(spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...user, cwd: '/' }).status).toBe(0)
  })
})

describe('with a package that has no symbolic links', () => {
  let open: Checkout
  beforeAll(async () => {
    open = await makeCheckout({ closed: false })
  })
  afterAll(() => open.remove())

  test('makes the links where they belong', async () => {
    const missing = join(open.package, 'native/lib/libicuuc.so.60')
    await expect(access(missing)).rejects.toThrow('ENOENT')
    const binaries = await runnableBinaries(open.package, nobody ?? {})
    expect(binaries).toEqual({ folder: join(open.package, 'native'), major: 18 })
    await access(missing)
  })

  test.skipIf(noRoot || noNode)('as an ordinary user, from a folder of somebody else', async () => {
    const folder = await newDataFolder()
    await chown(folder, nobody?.uid ?? 0, nobody?.gid ?? 0)
    const program = startProgram(process.execPath, [open.program, folder], {
      ...nobody,
      cwd: '/',
      env: { HOME: folder },
    })
    expect(JSON.parse(await program.nextLine())).toMatchObject({ uid: nobody?.uid })
    const server = await serverOf(folder)
    expect(server.uid).toBe(nobody?.uid)
    await program.end('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(await postmasterPid(folder)).toBeUndefined()
  })
})

import { lchown, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Options for a child process: who runs it. Empty: the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * Who runs PostgreSQL, which refuses to run as root. For root that is the owner of an existing cluster, so that an
 * administrator can give it to an account of its own, and otherwise `nobody`, who exists everywhere.
 */
export async function serverUserFor(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const found = await stat(cluster).catch(() => undefined)
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid }
  const accounts = await readFile('/etc/passwd', 'utf8')
  const nobody = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(accounts)
  if (!nobody)
    throw new Error(
      'PostgreSQL does not run as root, and this system has no user "nobody". Set DATABASE_URL or start as another user.',
    )
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) }
}

/** Gives the folder and all in it to the server's user. */
export async function giveTo(user: ServerUser, folder: string): Promise<void> {
  if (user.uid === undefined) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await giveTo(user, path)
    else await lchown(path, user.uid, user.gid)
  }
  await lchown(folder, user.uid, user.gid)
}

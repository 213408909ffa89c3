import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** How long the server was busy with a request, by its own log. */
interface Served {
  readonly route: string
  readonly method: string
  readonly ms: number
}

/** The real server in a process of its own, as it runs in production. */
export class Application {
  /** What it served since this list was emptied last. */
  served: Served[] = []
  private worker: number | undefined

  private constructor(
    private readonly process: ChildProcess,
    readonly address: string,
  ) {}

  /** @param databaseUrl with the owner's role */
  static async start(databaseUrl: string): Promise<Application> {
    // With the flags of script/server.
    const flags = ['--enable-source-maps', '--max-old-space-size=256']
    const child = spawn(process.execPath, [...flags, 'build/main.js'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DEMO: 'off',
        DATABASE_URL: databaseUrl,
        PORT: '0',
        HOST: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })
    return new Promise((done, fail) => {
      child.once('exit', () => fail(new Error('The server did not start')))
      let application: Application | undefined
      let worker: number | undefined
      lines.on('line', (line) => {
        const said = JSON.parse(line) as Partial<Served> & {
          address?: string
          process?: number
          level: string
        }
        worker ??= said.process
        if (said.level === 'error') process.stderr.write(`${line}\n`)
        if (!application && said.address) {
          // By name it may be reached over IPv6, where it does not listen.
          application = new Application(child, said.address.replace('localhost', '127.0.0.1'))
          done(application)
        } else if (application && said.route !== undefined) application.served.push(said as Served)
        if (application) application.worker = worker
      })
    })
  }

  /** Milliseconds of the last `count` requests of a route, once the log has told of all of them. */
  async millisecondsOf(method: string, route: string, count: number): Promise<number[]> {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = this.served.filter((each) => each.method === method && each.route === route)
      if (found.length >= count) return found.slice(-count).map(({ ms }) => ms)
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`The log does not tell of ${count} requests for ${route}`)
  }

  /** CPU time of the process so far, all its threads, user and system, in milliseconds. Linux. */
  async cpuMilliseconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.process.pid}/stat`, 'utf8')
    // After the name, which stands in brackets and may hold anything: fields 14 and 15 in ticks of 10 ms.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  }

  /** The process that does the background work, once it is at work. */
  async workerProcess(): Promise<number> {
    while (this.worker === undefined) await new Promise((done) => setTimeout(done, 50))
    return this.worker
  }

  /** Memory in use (resident), in megabytes of 1,000,000 bytes; of another process when one is named. Linux. */
  async memoryMegabytes(pid = this.process.pid): Promise<number> {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / 1e6
  }

  /** @throws when it does not stop by itself; it is killed then */
  async stop(): Promise<void> {
    const ended = once(this.process, 'exit')
    this.process.kill('SIGTERM')
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 15_000)
    const [, signal] = await ended
    clearTimeout(patience)
    if (signal === 'SIGKILL') throw new Error('The server did not stop within 15 seconds')
  }
}

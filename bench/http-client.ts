import http from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** As it was sent: still compressed. */
  readonly body: Buffer
  readonly ms: number
}

/** A client that keeps its connections open, as a browser and a proxy do. */
export class HttpClient {
  private readonly agent: http.Agent

  constructor(
    private readonly address: string,
    connections: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  }

  get(path: string, session?: string, encoding = 'gzip, deflate, br'): Promise<Answer> {
    return this.ask('GET', path, { 'accept-encoding': encoding, ...cookie(session) })
  }

  post(path: string, fields: readonly (readonly [string, string])[], session: string): Promise<Answer> {
    const body = new URLSearchParams(fields as [string, string][]).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      origin: this.address,
      ...cookie(session),
    }
    return this.ask('POST', path, headers, body)
  }

  close(): void {
    this.agent.destroy()
  }

  private ask(
    method: string,
    path: string,
    headers: http.OutgoingHttpHeaders,
    body?: string,
  ): Promise<Answer> {
    const start = performance.now()
    return new Promise((done, fail) => {
      const request = http.request(
        `${this.address}${path}`,
        { method, headers: { 'accept-language': 'nl', ...headers }, agent: this.agent },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', fail)
          response.on('end', () => {
            const ms = performance.now() - start
            done({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
              ms,
            })
          })
        },
      )
      request.on('error', fail)
      request.end(body)
    })
  }
}

const cookie = (session: string | undefined): http.OutgoingHttpHeaders =>
  session ? { cookie: `balie_session=${session}` } : {}

import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a mail server got: the mail as it came, to whom, and from whom on the envelope. */
export interface Received {
  readonly text: string
  readonly to: string
  readonly from: string
}

export interface TestMailServer {
  readonly url: string
  readonly port: number
  readonly got: Received[]
  stop(): Promise<void>
}

/**
 * A real mail server on this machine that keeps what it gets.
 * @param behaviour what it does otherwise: refuse, be slow, take it and hang up
 */
export async function startMailServer(
  behaviour: Partial<SMTPServerOptions> & {
    /** After the whole mail came in: an error is its answer; 'hang-up' closes the connection without one. */
    readonly onWhole?: (received: Received) => Error | 'hang-up' | undefined
  } = {},
): Promise<TestMailServer> {
  const got: Received[] = []
  const { onWhole, ...options } = behaviour
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const received = {
          text: Buffer.concat(chunks).toString(),
          to: rcptTo.map(({ address }) => address).join(),
          from: mailFrom ? mailFrom.address : '',
        }
        got.push(received)
        const answer = onWhole?.(received)
        if (answer === 'hang-up')
          for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
            connection._socket.destroy()
        else done(answer)
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    got,
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** An error with the answer that a mail server gives. */
export const smtpAnswer = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

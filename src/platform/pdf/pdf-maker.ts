import { Worker } from 'node:worker_threads'

/** Makes PDFs that everybody can read: PDF/UA-1, tagged, by Typst. */
export interface PdfMaker {
  /**
   * Sets a document. What is in `data` is data: nothing in it is ever read as markup.
   * @param template in Typst; it reads `data` as `json(bytes(sys.inputs.data))`
   * @throws when the template does not fit the data, or the outcome would not be PDF/UA-1
   */
  make(template: string, data: unknown): Promise<Uint8Array>
  close(): Promise<void>
}

interface Answer {
  readonly id: number
  readonly pdf?: Uint8Array
  readonly error?: string
}

/** Without work for so long the thread ends: Typst with its fonts holds some 60 MB. */
const idleSeconds = 60

/** A report takes a second; what takes so long would keep everybody waiting who comes after. */
const patienceSeconds = 30

/**
 * @param fontFolder with the fonts of script/build-pdf-fonts.mjs
 * @param patience how many seconds one document may take
 */
export function createPdfMaker(fontFolder: string, patience = patienceSeconds): PdfMaker {
  let worker: Worker | undefined
  let last = 0
  let idle: NodeJS.Timeout | undefined
  let limit: NodeJS.Timeout | undefined
  const waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }>()

  const end = (gone: Worker, error: Error): void => {
    if (worker !== gone) return
    worker = undefined
    clearTimeout(limit)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  /** Counts for the document that is at work: the thread sets one after another. */
  const watch = (watched: Worker): void => {
    clearTimeout(limit)
    if (waiting.size === 0) return
    limit = setTimeout(() => {
      end(watched, new Error('Making a PDF took too long'))
      // It stops as soon as Typst gives it the chance; the next document gets a thread of its own.
      void watched.terminate()
    }, patience * 1000)
    limit.unref()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./typst-thread.mjs', import.meta.url), { workerData: { fontFolder } })
    started.on('message', ({ id, pdf, error }: Answer) => {
      if (worker !== started) return
      const asked = waiting.get(id)
      waiting.delete(id)
      if (pdf) asked?.resolve(pdf)
      else asked?.reject(new Error(`No PDF was made: ${error}`))
      watch(started)
      if (waiting.size === 0) rest(started)
    })
    started.on('error', (error) => end(started, error as Error))
    started.on('exit', () => end(started, new Error('The thread that makes PDFs has ended')))
    started.unref()
    return started
  }
  const rest = (resting: Worker): void => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      worker = undefined
      void resting.terminate()
    }, idleSeconds * 1000)
    idle.unref()
    resting.unref()
  }
  return {
    make: (template, data) => {
      clearTimeout(idle)
      worker ??= start()
      worker.ref()
      last += 1
      const id = last
      const made = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }))
      if (waiting.size === 1) watch(worker)
      worker.postMessage({ id, template, data: JSON.stringify(data, (_, value) => withKnownLetters(value)) })
      return made
    },
    close: async () => {
      clearTimeout(idle)
      clearTimeout(limit)
      await worker?.terminate()
    },
  }
}

/**
 * The letters that our fonts and those within Typst hold: Latin, Greek and Cyrillic, with the usual marks. PDF/UA-1 allows none
 * that cannot be shown, and one emoji in a remark would leave somebody without a report.
 */
const unknownLetters =
  /[^\n\u0020-\u007e\u00a0-\u024f\u0370-\u04ff\u1e00-\u1eff\u2010-\u2029\u2030-\u203a\u20ac\u2190-\u2199]/gu

function withKnownLetters(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .normalize('NFC')
        .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(unknownLetters, '?')
    : value
}

import type pg from 'pg'
import { hiddenField, sendFile } from './send-file.ts'
import type { Fields, TestApp, TestBrowser } from './test-app.ts'

export const importPage = '/beheer/inlezen/hulpcontacten'

/** Takes a file with the history through its steps, as somebody in a browser without a script. */
export interface ImportSteps {
  /** Sends the file and lets it be read. Gives the address of its import. */
  send(content: string | Uint8Array<ArrayBuffer>): Promise<string>
  /** Posts a form of the page as it stands, with these answers in the place of what is filled in. */
  submit(path: string, changes?: Fields): Promise<Response>
  /** From the file to the preview, with what is proposed. */
  prepare(content: string | Uint8Array<ArrayBuffer>): Promise<string>
  /** The same, and reads it in. Rows with an error are left out. */
  run(content: string | Uint8Array<ArrayBuffer>): Promise<string>
}

export function importSteps(test: TestApp, browser: TestBrowser): ImportSteps {
  const steps: ImportSteps = {
    send: async (content) => {
      const response = await sendFile(test, browser, importPage, content)
      await test.runJobs()
      return response.headers.get('location') ?? ''
    },
    submit: async (path, changes = {}) =>
      browser.post(path, { ...filledIn(await (await browser.get(path)).text()), ...changes }),
    prepare: async (content) => {
      const address = await steps.send(content)
      await steps.submit(`${address}/kolommen`)
      await steps.submit(`${address}/antwoorden`)
      await test.runJobs()
      return address
    },
    run: async (content) => {
      const address = await steps.prepare(content)
      await browser.post(`${address}/fouten-weglaten`, {})
      await browser.post(`${address}/inlezen`, {})
      await test.runJobs()
      return address
    },
  }
  return steps
}

/** What stands in the controls of the page, as a browser would send it. */
function filledIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name = '', body = ''] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] =
      /<option value="([^"]*)" selected/.exec(body)?.[1] ?? /<option value="([^"]*)"/.exec(body)?.[1] ?? ''
  for (const [, name = ''] of html.matchAll(/<input[^>]*name="(cell-\d+)"/g))
    fields[name] = cellOf(html, name)
  if (html.includes('name="wijzig"')) fields.wijzig = hiddenField(html, 'wijzig')
  return fields
}

function cellOf(html: string, name: string): string {
  const control = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  return /value="([^"]*)"/.exec(control)?.[1] ?? ''
}

/** Stops what other tests left half-way: a library has only a few at once. */
export async function stopUnfinished(owner: pg.Client): Promise<void> {
  await owner.query("update contacts.imports set status = 'removed' where status not in ('done', 'undone')")
}

/** A CSV file of these rows. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')

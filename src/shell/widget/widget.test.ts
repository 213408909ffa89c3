import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { showWidget } from './widget.handler.ts'

test('the finder for other sites is read from the disk once, whatever asks for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-widget-'))
  writeFileSync(join(folder, 'finder-1.js'), 'find()')
  const show = showWidget({ folder, files: { 'embed-finder.js': 'finder-1.js' }, imports: {}, version: '1' })
  const request = {} as WebRequest
  const first = await show(request)
  expect(first).toMatchObject({ kind: 'file', forOtherSites: true, body: Buffer.from('find()') })
  rmSync(folder, { recursive: true })
  expect(await show(request)).toEqual(first)
})

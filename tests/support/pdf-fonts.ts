import { existsSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// @ts-expect-error a script of the build, without types
import { buildPdfFonts } from '../../script/build-pdf-fonts.mjs'

/** The fonts of PDFs, as the build makes them: once for all tests of this machine. */
export async function pdfFonts(): Promise<string> {
  const folder = join(tmpdir(), 'balie-test-pdf-fonts-1')
  if (existsSync(folder)) return folder
  const own = `${folder}-${process.pid}`
  await buildPdfFonts(own)
  try {
    renameSync(own, folder)
  } catch {
    // Another test was quicker.
  }
  return folder
}

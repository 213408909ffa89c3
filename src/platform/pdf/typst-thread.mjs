// The thread in which Typst sets documents: it takes a tenth of a second and more, in which the server would answer nobody.
// Plain JavaScript, so that it runs from the source and from build/ as it is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { fontFolder } = workerData
const fontBlobs = readdirSync(fontFolder)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => readFileSync(join(fontFolder, name)))
// A template reads no files: its folder holds fonts only.
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: fontFolder })

parentPort?.on('message', ({ id, template, data }) => {
  try {
    const pdf = compiler.pdf({ mainFileContent: template, inputs: { data } }, { pdfStandard: 'ua-1' })
    // Typst keeps what it made, to make it faster once more; of documents that differ that is only memory.
    compiler.evictCache(2)
    parentPort?.postMessage({ id, pdf: new Uint8Array(pdf) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})

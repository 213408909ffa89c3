import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The text files below a folder, by path. */
export function filesIn(folder: string, ending = /\.(ts|tsx|mjs|sql|css|json|md)$/): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

export const isTest = ({ path }: SourceFile): boolean => /\.(test|browser-test|examples)\.tsx?$/.test(path)

/** The files of ours that a file imports, types included; a package is left out. */
export function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)]
  return specifiers.map(([, specifier = '']) => normalize(join(dirname(path), specifier)))
}

/** The code without its comments and without the words between quotes: what the names are made of. */
export function withoutWords(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}

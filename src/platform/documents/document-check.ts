import { createHash } from 'node:crypto'
import { type FileTypeResult, fileTypeFromBuffer } from 'file-type'
import type { Reply } from '../http/reply.ts'
import type { Translate } from '../i18n/translate.ts'
import { ZipFile } from '../spreadsheet/read-zip.ts'
import { TableProblem } from '../spreadsheet/table-problem.ts'

/** What people may hand in, by how its name ends, and as what it is given back. None of these can run by itself. */
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
} as const

export type DocumentKind = keyof typeof mediaTypes

/** For the accept of a file field: what a browser offers to choose. */
export const acceptedDocuments = [...Object.keys(mediaTypes), 'jpeg'].map((ending) => `.${ending}`).join(',')

export const documentLimits = { bytes: 10 * 1024 * 1024, nameCharacters: 100 } as const

/** For a route that takes a document: with room for the other fields of its form. */
export const largestDocumentForm = documentLimits.bytes + 256 * 1024

/** Something that is what its name says. */
export interface CheckedDocument {
  readonly kind: DocumentKind
  readonly mediaType: string
  /** Safe in a header and on every disk: letters, digits, space, `.`, `-`, `_` and round brackets. */
  readonly fileName: string
  readonly content: Uint8Array
  /** In hexadecimals: the same paper twice is known by it. */
  readonly sha256: string
}

export type DocumentProblem = 'empty' | 'too-large' | 'kind' | 'not-what-it-says'

export type DocumentCheck =
  | { readonly ok: true; readonly document: CheckedDocument }
  | { readonly ok: false; readonly problem: DocumentProblem }

/**
 * Looks whether a file is what its name says. It is looked at from outside only: nothing in it is opened or carried out, and of a
 * packed file no more than its kind and the list of its parts is read (with limits against what swells). A document with macros is
 * refused: one of Office has another kind then, one in an open format has them in parts of their own.
 */
export async function checkDocument(name: string, content: Uint8Array): Promise<DocumentCheck> {
  if (content.length === 0) return { ok: false, problem: 'empty' }
  if (content.length > documentLimits.bytes) return { ok: false, problem: 'too-large' }
  const kind = kindOfName(name)
  if (!kind) return { ok: false, problem: 'kind' }
  const found = await fileTypeFromBuffer(content).catch((): FileTypeResult | 'spoiled' => 'spoiled')
  const isTrue =
    kind === 'csv' || kind === 'txt' ? found === undefined && isText(content) : endsAs(found, kind)
  if (!isTrue || (isOpenFormat(kind) && hasMacros(content))) return { ok: false, problem: 'not-what-it-says' }
  return {
    ok: true,
    document: {
      kind,
      mediaType: mediaTypes[kind],
      fileName: safeFileName(name),
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  }
}

/** Why a document is not taken, and what to do about it. */
export function sayDocumentProblem(problem: DocumentProblem, t: Translate): string {
  return t(`documents.error.${problem}`)
}

/** Gives a document back: always to be saved, never shown by the browser as a page of ours (with the `nosniff` of every answer). */
export function documentReply({
  mediaType,
  fileName,
  content,
}: Pick<CheckedDocument, 'mediaType' | 'fileName' | 'content'>): Reply {
  return { kind: 'file', contentType: mediaType, fileName, cacheControl: 'private, no-store', body: content }
}

function kindOfName(name: string): DocumentKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const kind = ending === 'jpeg' ? 'jpg' : ending
  return Object.hasOwn(mediaTypes, kind) ? (kind as DocumentKind) : undefined
}

const endsAs = (found: FileTypeResult | 'spoiled' | undefined, kind: DocumentKind): boolean =>
  typeof found === 'object' && found.ext === kind

const isOpenFormat = (kind: DocumentKind): boolean => kind === 'odt' || kind === 'ods'

/** Where an open document keeps its macros: Basic in one folder, other languages in the other (OpenDocument 1.3, part 2). */
function hasMacros(content: Uint8Array): boolean {
  try {
    return new ZipFile(content).names().some((name) => /^[./]*(?:basic|scripts)\//.test(name))
  } catch (error) {
    // What is no whole file cannot be looked into, and is not taken.
    if (error instanceof TableProblem) return true
    throw error
  }
}

/**
 * Text has no control characters but tabs and ends of lines: UTF-8, or one byte for each letter, as Excel writes it in the
 * Netherlands.
 */
function isText(content: Uint8Array): boolean {
  return content.every(
    (byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d,
  )
}

function safeFileName(name: string): string {
  const ending = /\.[a-z]+$/i.exec(name.trim())?.[0].toLowerCase() ?? ''
  const base = (name.trim().split(/[/\\]/).at(-1) ?? '')
    .slice(0, -ending.length)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\w .()-]+/g, '-')
    .replace(/^[ .-]+|[ .-]+$/g, '')
    .slice(0, documentLimits.nameCharacters - ending.length)
  return `${base || 'document'}${ending}`
}

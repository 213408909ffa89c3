/** The fields of a contact that hold one answer each. */
const singleAnswers = ['channel', 'duration', 'satisfied', 'gender', 'age', 'language'] as const

/** Which contacts, and which of their questions, a cell counts (docs/glossary.md, cell). */
export interface CellMeaning {
  readonly unit: 'contacts' | 'questions'
  readonly of:
    | { readonly what: 'all' | 'help-known' }
    | { readonly what: 'topic' | 'provider' | 'digid' | 'own-topic'; readonly code: string }
    | {
        readonly what: 'desk' | 'counted' | 'form' | 'home' | 'help' | 'own-help' | 'hour' | 'delay'
        readonly code: string
      }
    | { readonly what: 'answer'; readonly field: (typeof singleAnswers)[number]; readonly code: string }
}

/** What a cell counts; undefined for what is no cell of a desk or a library. */
export function cellMeaning(cell: string): CellMeaning | undefined {
  if (cell === 'contacts' || cell === 'questions') return { unit: cell, of: { what: 'all' } }
  if (cell === 'known:help') return { unit: 'contacts', of: { what: 'help-known' } }
  const inQuestions = cell.startsWith('questions/')
  const unit = inQuestions ? 'questions' : 'contacts'
  const name = inQuestions ? cell.slice('questions/'.length) : cell
  const [what = '', code = ''] = name.split(':', 2)
  if (code && (what === 'desk' || what === 'topic' || what === 'provider'))
    return { unit, of: { what, code } }
  if (code && what === 'local') return { unit, of: { what: inQuestions ? 'own-topic' : 'own-help', code } }
  if (inQuestions) return name.startsWith('digid-') ? { unit, of: { what: 'digid', code: name } } : undefined
  if (code && (what === 'counted' || what === 'form' || what === 'home')) return { unit, of: { what, code } }
  if (code && what === 'hour' && /^[1-7]-\d\d$/.test(code)) return { unit, of: { what, code } }
  if (/^delay-(hour|day|week|longer)$/.test(name)) return { unit, of: { what: 'delay', code: name } }
  if (name.startsWith('help-')) return { unit, of: { what: 'help', code: name } }
  const field = singleAnswers.find((each) => name.startsWith(`${each}-`))
  return field && { unit, of: { what: 'answer', field, code: name } }
}

import { type Language, type MessageKey, rawMessages } from '../../platform/i18n/translate.ts'
import type { ContactPage } from './contact-form.page.tsx'

const messageKeys = [
  'contacts.error.no-topic',
  'contacts.error.no-help',
  'contacts.error.text-too-long',
  'contacts.error.personal-data.bsn',
  'contacts.error.personal-data.phone',
  'contacts.error.personal-data.email',
  'contacts.error.personal-data.iban',
  'contacts.error.personal-data.address',
  'contacts.error.personal-data.birth-date',
  'contacts.error.personal-data.digid-code',
  'contacts.register.search-count',
  'contacts.register.search-none',
  'contacts.register.provider-usual',
  'contacts.register.provider-chosen',
  'contacts.register.provider-none',
  'contacts.register.topic',
  'contacts.register.topic-nth',
  'contacts.register.remove-question',
  'contacts.register.kept',
  'contacts.register.saved',
  'contacts.register.undo',
  'contacts.register.undone',
  'contacts.register.today',
  'contacts.register.duration-running',
  'contacts.register.editing',
  'contacts.register.other-about',
  'contacts.register.no-place',
  'contacts.register.errors-title',
  'contacts.rush.counted',
  'contacts.tally.title',
  'contacts.tally.kept',
  'contacts.quiet.title',
  'contacts.quiet.saved',
] as const satisfies readonly MessageKey[]

/** What the form's script needs to know, without a request to the server: the lists, the desks and the words. */
export function contactFormData({
  data,
  upFront,
  today,
  language,
}: Pick<ContactPage, 'data' | 'upFront' | 'today' | 'language'>) {
  const { lists, desks, form, actor } = data
  return {
    account: { id: actor.accountId, name: actor.name },
    desks: desks.map(({ id, places }) => ({ id, places, upFront: upFront.get(id) ?? [] })),
    topics: lists.topics.map(({ code, label, searchTerms, serviceProviders, digid, isOther }) => ({
      code,
      label,
      searchTerms,
      serviceProviders,
      digid,
      isOther,
    })),
    providers: lists.serviceProviders.map(({ code, name, shortName }) => ({ code, name, shortName })),
    durations: lists.answerOptions.duration.map(({ code }) => code),
    asksHelp: form.asks.help,
    today,
    messages: messagesFor(language),
  }
}

export type ContactFormData = ReturnType<typeof contactFormData>
export type ContactMessageKey = (typeof messageKeys)[number]

function messagesFor(language: Language): Record<ContactMessageKey, string> {
  return rawMessages(language, messageKeys)
}

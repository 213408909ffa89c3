/** One question a visitor came with (hulpvraag). */
export interface Question {
  readonly topicCode: string
  /** The library's own topic, when one was chosen; `topicCode` is the national one that it counts as. */
  readonly localCode?: string | null
  /** Whom it was about; empty when about nobody in particular. */
  readonly serviceProviders: readonly string[]
  /** Only with a topic 'something else'. */
  readonly otherText: string | null
  readonly digid: string | null
}

/** A way in which the visitor was helped. */
export interface GivenHelp {
  readonly code: string
  readonly otherText: string | null
  /** The library's own ways that were chosen and count as this one. */
  readonly localCodes?: readonly string[]
}

/** What is registered of one conversation with one visitor (hulpcontact): nothing that tells who it was. */
export interface ContactContent {
  readonly formCode: string
  readonly countedAs: 'contact' | 'rush'
  readonly placeId: string | null
  /** Where the desk stood: of the place, else of the desk. */
  readonly municipalityCode: string
  readonly channel: string
  /** When the conversation began, as the device or the form says: ISO 8601 with an offset. */
  readonly occurredAt: string
  readonly questions: readonly Question[]
  readonly help: readonly GivenHelp[]
  readonly duration: string | null
  readonly satisfied: string | null
  readonly gender: string | null
  readonly age: string | null
  readonly language: string | null
  readonly visitorMunicipalityCode: string | null
}

/** Longest free text, in characters: enough to say what it was about, too short for a story about somebody. */
export const longestText = 120

/** How many questions one contact can hold: far more than anybody asks, and a limit for a broken device. */
export const mostQuestions = 12

/** A device clock that is further off than this is noticed, said, and put right. */
export const clockTolerance = { seconds: 300 } as const

/** Nobody registers what is longer ago by the form; that is what the import of the history is for. */
export const oldestContactDays = 366

/** Days within which a registration may be corrected, where the library has not said otherwise. */
export const defaultCorrectionDays = 14

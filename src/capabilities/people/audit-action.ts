/** Every act that Balie writes in its log, in the order in which one can choose. Each has its words in the catalogue. */
export const auditActions = [
  'contacts.register',
  'contacts.correct',
  'contacts.delete',
  'contacts.send-again',
  'contacts.change-refused',
  'people.sign-in',
  'people.add',
  'people.change',
  'people.give-password',
  'people.change-password',
  'people.choose-language',
  'people.assign-role',
  'people.end-role',
  'organisations.add',
  'organisations.change',
  'organisations.import',
  'desks.add',
  'desks.change',
  'desks.add-place',
  'desks.close-place',
  'desks.import',
  'lists.choose-form',
] as const

/** The kinds of things that acts are about. */
export const auditSubjects = [
  'account',
  'organisation',
  'desk',
  'place',
  'contact',
  'library-form',
  'import',
] as const

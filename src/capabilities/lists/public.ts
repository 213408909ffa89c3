export { addOption, type NewOption } from './add-option/add-option.command.ts'
export { hasLabel } from './add-option/add-option.form.ts'
export { type AnswerField, type AnswerOption, answerFields, notRegistered } from './answer-option.ts'
export { type ChangedAnswers, comparableOver, type Mapping } from './comparable.ts'
export { durationBand } from './duration-band.ts'
export { findLibraryForm } from './find-library-form/find-library-form.query.ts'
export { type AskedField, askedFields, type FormDefinition, isValidOn } from './form-definition.ts'
export { currentOption, inTurn } from './keep-version/keep-version.command.ts'
export { addressOfOption, type ListOption } from './list-option.ts'
export {
  type AllLists,
  type ChosenCodes,
  type ListSnapshot,
  type ServiceProvider,
  type Topic,
  type TopicGroup,
  topicGroups,
  topicsByGroup,
  unknownCodes,
  usualProviders,
  withValues,
} from './list-snapshot.ts'
export { listsPermissions } from './permissions.ts'
export { forgetLists, readLists, readListsOfAllDays } from './read-lists/read-lists.query.ts'
export { readOptions } from './read-options/read-options.query.ts'
export { listLanguage, topicLabelFor } from './topic-label.ts'
export { topicSearch } from './topic-search.ts'

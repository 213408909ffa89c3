export { addNotice, changeNotice, type NoticeFacts } from './announce-notice/announce-notice.command.ts'
export { confirmNotice } from './confirm-notice/confirm-notice.command.ts'
export { DeskChoice } from './desk-choice.page.tsx'
export {
  countNoticesOfYear,
  countUnseenNotices,
  findRunningNotices,
  type NoticesSummary,
  type RunningNotice,
  summariseNotices,
} from './find-running-notices/find-running-notices.query.ts'
export { findSenders } from './find-senders/find-senders.query.ts'
export { noticesPermissions } from './permissions.ts'
export { TextLines } from './text-lines.page.tsx'
export { topicChoices, topicLabel } from './topics.ts'

import type { Reply } from '../../platform/http/reply.ts'

/** A release comes once in three months; an hour is soon enough to see it. */
export const keepSeconds = 60 * 60

/** What everybody may fetch, also a page of another site, and keep for an hour. */
export const keptForOthers = (contentType: string, body: string): Reply => ({
  kind: 'file',
  contentType,
  cacheControl: `public, max-age=${keepSeconds}`,
  forOtherSites: true,
  body,
})

/**
 * The same for what tells where this installation is: kept by who asked alone. That address comes from the question itself, and a
 * cache between could give the one of a made-up question to everybody.
 */
export const keptByWhoAsked = (contentType: string, body: string): Reply => ({
  kind: 'file',
  contentType,
  cacheControl: `private, max-age=${keepSeconds}`,
  forOtherSites: true,
  body,
})

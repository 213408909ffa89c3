/** The job that counts a combination of filters over more contacts than anybody waits for. */
export const countJob = 'reports.count-many'

/** So many counts of one person at once; each may take the worker minutes. */
export const mostWaitingCounts = 3

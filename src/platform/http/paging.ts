export const rowsPerPage = 50

/** Which page of a list was asked: 1 when the address says nothing or nonsense. */
export function pageAsked(url: URL): number {
  const page = Number(url.searchParams.get('pagina'))
  return Number.isSafeInteger(page) && page > 1 ? page : 1
}

export interface Paging {
  readonly page: number
  readonly pages: number
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** The pages of a list of `total` rows, and the addresses of the ones before and after, filters kept. */
export function paging(url: URL, total: number): Paging {
  const page = pageAsked(url)
  const pages = Math.max(1, Math.ceil(total / rowsPerPage))
  const address = (number: number): string => {
    const query = new URLSearchParams(url.searchParams)
    query.set('pagina', String(number))
    return `${url.pathname}?${query}`
  }
  return {
    page,
    pages,
    previous: page > 1 ? address(Math.min(page - 1, pages)) : undefined,
    next: page < pages ? address(page + 1) : undefined,
  }
}

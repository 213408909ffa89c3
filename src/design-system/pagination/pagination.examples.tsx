import { Pagination } from './pagination.tsx'

export const examples = {
  'In the middle of a list': () => (
    <Pagination
      label="Bladeren"
      previous={{ href: '#2', label: 'Vorige' }}
      next={{ href: '#4', label: 'Volgende' }}
      pages={[1, 2, 3, 4, 5].map((number) => ({
        href: `#${number}`,
        number,
        label: `Pagina ${number}`,
        current: number === 3,
      }))}
    />
  ),
}

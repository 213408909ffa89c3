/** A colour on the colour behind it, by token; `minimum` is the contrast ratio of WCAG 2.2. */
export interface ContrastPair {
  front: string
  behind: string
  minimum: 7 | 3
}

const text = (front: string, behind: string): ContrastPair => ({ front, behind, minimum: 7 })
const border = (front: string, behind: string): ContrastPair => ({ front, behind, minimum: 3 })

const page = '--basis-color-default-bg-document'
const greyPage = '--basis-color-default-bg-subtle'
const ink = '--basis-color-default-color-document'
const hint = '--basis-color-default-color-subtle'
const action = '--basis-color-action-1-color-default'
const header = '--utrecht-page-header-background-color'

/**
 * Every pair of colours that meet on a screen: 7:1 for text (WCAG 1.4.6, level AAA), 3:1 for what one must see to know
 * that something is there (1.4.11). A theme for another organisation has to pass this same table.
 */
export const contrastPairs: readonly ContrastPair[] = [
  text(ink, page),
  text(ink, greyPage),
  text(hint, page),
  text(hint, greyPage),
  text(hint, '--basis-color-action-1-bg-subtle'),
  text(hint, '--basis-color-action-1-bg-default'),
  text(action, page),
  text(action, greyPage),
  text('--basis-color-action-1-color-hover', '--basis-color-action-1-bg-default'),
  text('--nl-button-primary-color', '--nl-button-primary-background-color'),
  text('--nl-button-primary-color', '--nl-button-primary-hover-background-color'),
  text('--nl-button-secondary-color', '--nl-button-secondary-background-color'),
  text('--nl-button-secondary-hover-color', '--nl-button-secondary-hover-background-color'),
  text('--nl-button-secondary-negative-color', '--nl-button-secondary-background-color'),
  text('--nl-button-secondary-negative-color', '--nl-button-secondary-negative-hover-background-color'),
  text('--nl-button-subtle-color', page),
  text('--nl-button-subtle-color', '--utrecht-alert-ok-background-color'),
  text('--nl-button-subtle-color', '--utrecht-alert-warning-background-color'),
  text('--nl-button-subtle-hover-color', '--nl-button-subtle-hover-background-color'),
  text('--nl-link-color', page),
  text('--nl-link-hover-color', page),
  text('--nl-link-color', '--basis-color-negative-bg-default'),
  text('--nl-skip-link-color', '--nl-skip-link-background-color'),
  text('--utrecht-alert-color', '--utrecht-alert-info-background-color'),
  text('--utrecht-alert-color', '--utrecht-alert-ok-background-color'),
  text('--utrecht-alert-color', '--utrecht-alert-warning-background-color'),
  text('--utrecht-alert-color', '--utrecht-alert-error-background-color'),
  text('--basis-color-negative-color-default', '--basis-color-negative-bg-default'),
  text('--utrecht-form-control-color', '--utrecht-form-control-background-color'),
  text('--utrecht-form-field-description-color', page),
  text('--utrecht-form-field-error-message-color', page),
  text(ink, '--basis-color-action-1-bg-default'),
  text(ink, '--basis-color-action-1-bg-subtle'),
  text(ink, '--balie-shade-2'),
  text(ink, '--balie-shade-3'),
  text('--basis-color-action-1-inverse-color-default', '--basis-color-action-1-inverse-bg-default'),
  text('--basis-color-action-1-inverse-color-default', '--balie-shade-5'),
  text('--utrecht-page-header-color', header),
  text('--utrecht-page-header-color', '--basis-color-action-1-inverse-bg-hover'),
  text(
    '--utrecht-pagination-page-link-current-color',
    '--utrecht-pagination-page-link-current-background-color',
  ),
  text('--utrecht-pagination-page-link-color', '--utrecht-pagination-page-link-hover-background-color'),
  text('--utrecht-status-badge-neutral-color', '--utrecht-status-badge-neutral-background-color'),
  text('--utrecht-status-badge-safe-color', '--utrecht-status-badge-safe-background-color'),
  text('--utrecht-status-badge-warning-color', '--utrecht-status-badge-warning-background-color'),
  text('--utrecht-status-badge-danger-color', '--utrecht-status-badge-danger-background-color'),

  border('--utrecht-form-control-border-color', page),
  border('--utrecht-form-control-border-color', greyPage),
  border('--utrecht-form-control-invalid-border-color', page),
  border('--basis-color-action-1-border-default', page),
  border('--basis-color-action-1-border-default', '--basis-color-action-1-bg-default'),
  border('--nl-button-secondary-border-color', page),
  border('--nl-button-secondary-negative-border-color', page),
  border('--utrecht-alert-info-border-color', page),
  border('--utrecht-alert-ok-border-color', page),
  border('--utrecht-alert-warning-border-color', page),
  border('--utrecht-alert-warning-border-color', '--utrecht-alert-warning-background-color'),
  border('--utrecht-alert-error-border-color', page),
  border('--utrecht-table-header-border-block-end-color', page),
  // The ring has two colours: at least one shows on every ground.
  border('--utrecht-focus-outline-color', page),
  border('--utrecht-focus-outline-color', greyPage),
  border('--utrecht-focus-inverse-outline-color', header),
  border('--utrecht-focus-outline-color', '--utrecht-focus-inverse-outline-color'),
  border('--balie-scale-1', page),
  border('--balie-scale-2', page),
  border('--balie-scale-3', page),
  border('--balie-scale-4', page),
  border('--balie-scale-5', page),
]

/** Lines between rows: white space and alignment say the same, so nobody needs to see them (WCAG 1.4.11). */
export const decorative: readonly string[] = ['--basis-color-default-border-subtle']

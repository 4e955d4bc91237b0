/**
 * What generated manuscripts are made of: sentences about invented findings. `@t` stands for a term of the manuscript,
 * `@k` for a short form of the field, `@n` for a number, `@c` for a citation, `@g` for a gene in italics, `@i` for a
 * form with an index (K~d~, CD8^+^), `@f` for a figure's number, `@u` for a link, `@d` for a program's name as code,
 * `@m` for a formula, `@o` for a footnote.
 *
 * They hold as much markup, parentheses and short forms per word as real manuscripts do: `docs/bench.md` compares.
 */

export const sentences: readonly string[] = [
  'We found that @t rose within @n hours of stimulation, whereas @k did not change @c.',
  'In mice that lacked @g, the response to @t was weaker than in their littermates.',
  'Cells were sorted by expression of @k and @k and rested for @n hours before transfer.',
  'The effect of @t on survival was small, and it was lost when donors were matched for age.',
  'Taken together, these findings suggest that @t restrains the growth of tumours in the lung @c.',
  'Patients with low counts of @k at baseline relapsed earlier, as others have reported @c.',
  'No difference was seen between the groups at week @n, neither in the blood nor in the marrow.',
  'It remains to be shown whether @t and @t act through the same receptor.',
  'Antibodies against @k were given on days @n and @n, and the mice were weighed every other day.',
  'A role of @g in this pathway was proposed long ago, but the evidence was circumstantial @c.',
  'The sera of @n donors were pooled, since single samples were too small for the assay.',
  'We therefore asked how @t is kept low in the healthy gut, where bacteria are plentiful.',
  'Each experiment was done at least three times; the bars show means and the whiskers standard errors.',
  'Of the cells that entered the node, most carried @k on their surface and had divided twice.',
  'This was true of both sexes, although the females cleared the infection about @n hours sooner.',
  'Loss of @t was partly made good by @k, which points to a redundancy that would be hard to see otherwise.',
  'Whether the same holds in humans is not known, as tissue of this kind is seldom available @c.',
  'Blocking @k (@n mg per dose) lowered the titres to the level of untreated animals.',
  'Peripheral blood was separated by density gradient centrifugation (@n min at 400 × g), stained for @k and @k, and measured on the same day (@f).',
  'Differential expression was computed with @d (version 1.@n) at a false discovery rate of 0.05; the code is available at @u @c.',
  'The dissociation constant @i of the interaction was @n nM (95% confidence interval, @n–@n nM), consistent with earlier estimates @c.',
  'Among @i T lymphocytes, the proportion that expressed @k and @k increased from @n% to @n% (@f, left).',
  'Quantitative polymerase chain reaction confirmed transcription of @g and @g in @k-stimulated monocytes (@f; Table S@n).',
  'Because phosphorylation of STAT5 saturates at high concentrations of @k, we fitted the model @m to log-transformed data @c.',
  'Immunofluorescence microscopy revealed colocalization of @k with @k in the subcapsular sinus (n = @n sections; *P* < 0.0@n).',
  'Patients who had received corticosteroids, checkpoint inhibitors (anti-@k or anti-@k) or a transplant were excluded.@o',
  'Similar associations between @t and @k/@k signalling have been reported in autoimmune thyroiditis and in multiple sclerosis @c.',
  'Multivariable regression, adjusted for age, sex and cytomegalovirus serostatus, identified **@t** as the strongest independent predictor (@f).',
  'Libraries were aligned with @d and @d, and samples with fewer than @n,000 unique molecular identifiers were discarded (see @u).',
  '@k^high^ and @k^low^ populations differed in mitochondrial respiration, glycolytic capacity and cytokine secretion (@f).',
];

/** First uses, with the long form `@l` and its short form `@s`. */
export const introductions: readonly string[] = [
  'Here we describe @l (@s), a feature of late infection that had escaped notice @c.',
  'A second readout was @l (@s), which we scored without knowledge of the group.',
  'Much of this may be owed to @l (@s), as the kinetics would predict.',
  'Among the candidates, @l (@s) stood out by its size and by its early onset @c.',
];

/** Short forms and names of the field. */
export const known: readonly string[] = [
  'CAR',
  'NK',
  'IL-2',
  'IL-15',
  'PD-1',
  'PD-L1',
  'CTLA-4',
  'TME',
  'CRS',
  'GVHD',
  'CD8',
  'TNF-α',
  'MHC',
  'HLA-A2',
  'TCR',
  'IFN-γ',
  'TLR4',
  'CAR-NK',
  'Treg',
  'DNA',
  ...(
    'IL-4 IL-6 IL-7 IL-10 IL-17A IL-21 IL-2Rα IL-15Rα GM-CSF TGF-β CD3 CD4 CD19 CD25 CD28 CD45RA CD56 CD127 CCR7 ' +
    'CXCR5 CXCL13 TIGIT LAG-3 TIM-3 FOXP3 T-bet STAT3 STAT5 JAK1 mTOR NF-κB PI3K MAPK RNA-seq PCR ELISA PBMC APC DC ' +
    'MDSC TIL ICI CSF BM HSCT AML CLL MS SLE RA EAE CMV EBV HIV LPS PMA BSA PBS FACS HR CI WGS SNP GWAS ChIP-seq ADCC Fc'
  ).split(' '),
];

/** Forms with an index, in Pandoc's markup. */
export const indexed: readonly string[] = [
  'K~d~',
  'CD8^+^',
  'CD4^+^',
  'T~reg~',
  'γ~c~',
  'k~on~',
  'B~max~',
  'EC~50~',
];

/** Programs that nobody ever wrote. */
export const programs: readonly string[] = [
  'cellsort',
  'peakdraw',
  'tuneFit2',
  'map_reads',
  'doublets',
  'qcheck',
];

/** Formulas, in the markup that Markdown and LaTeX share. */
export const formulas: readonly string[] = [
  '$y = a + b x$',
  '$f(t) = A e^{-k t}$',
  '$\\frac{dR}{dt} = k_{on} R L - k_{off} C$',
];

export const genes: readonly string[] = ['Rag1', 'Foxp3', 'Il2rg', 'Tbx21', 'Gata3', 'Stat5b'];

/** The words of invented long forms; their initials make the short form. */
export const firstWords: readonly string[] = [
  'delayed',
  'vascular',
  'reversible',
  'marginal',
  'pulsatile',
  'nodal',
  'basal',
  'tonic',
  'lacunar',
  'gradual',
  'humoral',
  'focal',
];
export const secondWords: readonly string[] = [
  'antigen',
  'marrow',
  'stromal',
  'epithelial',
  'chemokine',
  'ligand',
  'organ',
  'tissue',
  'plasma',
  'receptor',
  'integrin',
  'granule',
];
export const thirdWords: readonly string[] = [
  'binding',
  'wash-out',
  'retention',
  'expansion',
  'depletion',
  'signalling',
  'homing',
  'loading',
  'mobility',
  'fusion',
  'uptake',
  'clearance',
];
export const fourthWords: readonly string[] = ['index', 'factor', 'score', 'response', 'zone', 'phase'];

export const headings: readonly string[] = [
  'Recovery of the marrow',
  'Growth in the lung',
  'Response to a second dose',
  'Survival of donors and hosts',
  'Cells of the draining node',
  'What the sera show',
];

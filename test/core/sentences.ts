/**
 * Sentences of a manuscript, full of what finder, classes and rules look for: forms with and without definitions, and
 * what stands beside them.
 */
export const sentences: readonly string[] = [
  'Natural killer (NK) cells were thawed and rested overnight in medium with interleukin 2 (IL-2).',
  'The chimeric antigen receptor (CAR) bound its ligand, and CARs with a CD28 domain signalled for longer.',
  'Of 84 patients, 12 (14%) had cytokine release syndrome (CRS; grade 3 or higher), and a NK cell count was low.',
  'CAR T cells and CAR-T cells were compared (Figure 2, left) with TNF-α, TNF alpha and IFN-γ as read-outs.',
  'We measured progression-free and overall survival (PFS and OS) in both arms of the ZUMA-7 trial.',
  'An CAR antigen was found by PCR reaction, and the HIV virus by qPCR; see also Fig. 3 and Ref. 12.',
  'The tumor microenvironment, or TME, is cold, whereas the tumor microenvironment of the spleen is not.',
  'CRS resolved in all, i.e. within a week of tocilizumab (Roche, Basel), and GVHD (graft-versus-host disease) did not occur.',
  'GvHD was graded as by MAGIC, hereafter called the Mount Sinai Acute GVHD International Consortium.',
  'ILC2s and Tregs (regulatory T cells) express FOXP3, and the FOXP3 gene is methylated in them.',
  'Donors AB, CD and EF gave blood in Philadelphia, PA, under a protocol of the IRB (2019-114).',
  'The SUV was corrected for weight by two authors (MK and LS), who knew nothing of the others’ results.',
  'Samples were stained for CCR7 and CD45RA (clone HI100, BioLegend, 1:200), then sorted to a purity above 95%.',
  'P.C.R. was done as before; MHC, major histocompatibility complex; BCR stands for B cell receptor.',
  'Nothing of this changed what the mice weighed, and none of them was lost before the end of the study.',
  'The sera of all donors were pooled, since single samples were too small for the assay that we had.',
];

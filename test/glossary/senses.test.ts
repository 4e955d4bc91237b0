import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import { createService } from '../../server/src/core/index.ts';
import { weighSenses } from '../../server/src/core/manuscript/written/senseWords.ts';
import { bundledGlossary } from '../glossary.ts';

const glossary = bundledGlossary();
const service = createService(glossary);

/** The sense of a form that a text is taken to speak of, by its long form; nothing where the writer is asked. */
function meant(short: string, text: string): string | undefined {
  const analysis = service.analyze({ uri: 'file:///paper.md', languageId: 'markdown', version: 1, text });
  const { byKey, written } = service.assemble([analysis]);
  const paragraphs = byKey.get(fold(short))!.mentions.map(({ placed }) => placed);
  return weighSenses(glossary.senses(fold(short)), paragraphs, written).meant?.long;
}

/** What a paper on the subject would say, without the long form. */
const texts: readonly (readonly [short: string, long: string, text: string])[] = [
  [
    'APC',
    'antigen-presenting cell',
    'Dendritic APCs upregulated CD86 and MHC class II, took up antigen, and gave naive T cells costimulation during priming.',
  ],
  [
    'APC',
    'adenomatous polyposis coli',
    'Truncating mutations of APC stabilise β-catenin and switch on Wnt signalling in most colorectal tumours.',
  ],
  [
    'APC',
    'allophycocyanin',
    'Cells were stained with APC-conjugated antibodies and read with the red laser of a flow cytometer; FITC was compensated.',
  ],
  [
    'APC',
    'activated protein C',
    'In severe sepsis with coagulation abnormalities, recombinant APC reduced thrombin generation.',
  ],
  [
    'CR',
    'complete response',
    'By RECIST, CR was seen in 12% and PR in 30%; ORR and time to relapse were secondary end points.',
  ],
  [
    'ABC',
    'activated B-cell-like',
    'DLBCL of the non-GCB kind has worse survival after R-CHOP; by cell of origin, ABC is the commoner subtype at old age.',
  ],
  [
    'TCM',
    'central memory T cell',
    'Products rich in naive and memory subsets expand better: CCR7+ CD62L+ TCM persisted longer than effector cells.',
  ],
  [
    'TCM',
    'traditional Chinese medicine',
    'Herbal prescriptions of TCM were compared with acupuncture in allergic rhinitis.',
  ],
  [
    'TEM',
    'effector memory T cell',
    'CD45RO+ memory subsets were told apart by CCR7: TEM lack it and release cytokine at once.',
  ],
  [
    'TEM',
    'transmission electron microscopy',
    'Grids were negatively stained; TEM micrographs show electron-dense vesicles.',
  ],
  [
    'MAC',
    'myeloablative conditioning',
    'Busulfan-based MAC was given before allogeneic HCT to younger recipients, RIC to older ones; GVHD did not differ.',
  ],
  [
    'OS',
    'overall survival',
    'At a median of 40 months, PFS and OS of patients with solid tumors favored the inhibitor.',
  ],
  [
    'MBC',
    'memory B cell',
    'After vaccination, antigen-specific IgG+ MBCs and plasma cells left the germinal center.',
  ],
  ['CR', 'complement receptor', 'Opsonised bacteria bind CRs through C3b, which aids phagocytosis.'],
  [
    'PR',
    'progesterone receptor',
    'Breast tumours were graded for PR and HER2, and hormone treatment followed.',
  ],
  [
    'PR',
    'partial response',
    'RECIST 1.1 was used; best overall outcomes were CR in three, PR in nine and stable disease in six.',
  ],
  ['PE', 'phycoerythrin', 'Anti-CD8 conjugated to PE was added and flow cytometry followed.'],
  ['PE', 'pulmonary embolism', 'Anticoagulation prevented DVT and PE in patients with prior thrombosis.'],
  [
    'PE',
    'preeclampsia',
    'Pregnant women with proteinuria were watched for PE until delivery, and maternal outcomes noted.',
  ],
  ['PE', 'plasma exchange', 'Five sessions of PE were followed by rituximab and IVIG in myasthenia.'],
  ['MS', 'multiple sclerosis', 'In relapsing MS, the EDSS rose although new demyelinating lesions were few.'],
  [
    'MS',
    'mass spectrometry',
    'Peptides were separated and analysed by MS; spectra were searched and proteomics data deposited.',
  ],
  [
    'PC',
    'plasma cell',
    'CD138-positive PCs of the marrow secrete immunoglobulin for years after plasmablasts home there.',
  ],
  ['PC', 'principal component', 'The first two axes of the PCA, PC 1 and PC 2, explained 61% of variance.'],
  ['PC', 'prostate cancer', 'Androgen deprivation lowered PSA in men with PC.'],
  [
    'AR',
    'androgen receptor',
    'Castration-resistant tumours amplify AR and respond to testosterone at low levels.',
  ],
  ['AR', 'allergic rhinitis', 'Pollen provoked nasal symptoms in AR, and an antihistamine relieved them.'],
  ['AR', 'acute rejection', 'Biopsy-proven AR of the kidney graft fell with tacrolimus.'],
  [
    'DC',
    'dendritic cell',
    'Plasmacytoid and monocyte-derived DCs differ in maturation and in priming of antigen-specific T cells.',
  ],
  ['GC', 'germinal center', 'Tfh cells enter the follicle and select B cells of high affinity in GCs.'],
  ['GC', 'gastric cancer', 'Gastrectomy remains the treatment of GC; stomach lesions were resected.'],
  ['GC', 'glucocorticoid', 'GCs such as dexamethasone and prednisone suppress cortisol.'],
  ['BM', 'bone marrow', 'Hematopoietic progenitors were taken from BM aspirates.'],
  ['BM', 'basement membrane', 'Laminin and collagen IV form the BM below the epithelium.'],
  [
    'BM',
    'brain metastasis',
    'BMs of melanoma were treated with stereotactic radiosurgery, and intracranial control was good.',
  ],
  ['PD', "Parkinson's disease", 'Loss of dopamine and motor signs define PD, a neurodegenerative illness.'],
  ['PD', 'progressive disease', 'RECIST categories were SD and PD; tumor burden was measured each 8 weeks.'],
  ['PD', 'pharmacodynamics', 'PK and PD were modelled from dose and exposure.'],
  ['SD', 'standard deviation', 'Data are mean ± SD of n values.'],
  ['SD', 'stable disease', 'RECIST SD or PR was reached by half of them.'],
  ['SD', 'Sprague-Dawley', 'Male SD rats of 250 g were used.'],
  [
    'TRM',
    'tissue-resident memory T cell',
    'CD103 and CD69 mark TRM cells, which stay resident in skin and mucosal tissue.',
  ],
  [
    'TRM',
    'treatment-related mortality',
    'After transplant, relapse and TRM competed; overall survival was 60%.',
  ],
  ['CSF', 'cerebrospinal fluid', 'Lumbar puncture yielded CSF with raised protein in meningitis.'],
  ['ER', 'endoplasmic reticulum', 'Unfolded proteins cause ER stress and leave the Golgi empty.'],
  ['ER', 'estrogen receptor', 'Tamoxifen is given to women with ER-positive breast tumours.'],
  ['RA', 'rheumatoid arthritis', 'A DMARD eased joint swelling and synovial inflammation in RA.'],
  [
    'MAC',
    'membrane attack complex',
    'C5b-9, the MAC, forms a pore and lysis follows where complement is active.',
  ],
  ['HSC', 'hepatic stellate cell', 'Hepatic fibrosis follows when HSCs of the liver are activated.'],
  ['HSC', 'hematopoietic stem cell', 'CD34-positive HSCs show self-renewal in the marrow.'],
  ['KD', 'dissociation constant', 'Binding affinity was high, with a KD of 3 nM from the kinetics.'],
  [
    'KD',
    'Kawasaki disease',
    'IVIG shortened fever and spared the coronary arteries of children with KD, a vasculitis.',
  ],
  [
    'HLH',
    'hemophagocytic lymphohistiocytosis',
    'Ferritin above 10,000 and cytopenia raised the suspicion of HLH.',
  ],
  [
    'GLM',
    'generalized linear model',
    'Counts were fitted by a GLM with a log link and negative binomial errors.',
  ],
];

describe('of several senses', () => {
  for (const [short, long, text] of texts) {
    test(`${short} is ${long}: ${text}`, () => {
      assert.equal(meant(short, text), long);
    });
  }

  test('none is guessed without evidence, nor where a text speaks for two', () => {
    assert.equal(meant('APC', 'APCs were counted on day 3.'), undefined);
    assert.equal(meant('PE', 'Patients with thrombosis and PE were stained for flow cytometry.'), undefined);
    assert.equal(meant('PC', 'The PC was set up in the corner.'), undefined);
  });

  test('the paragraphs that mention a form say more than the rest of the text', () => {
    const repair = 'Double-strand breaks of BRCA-deficient cells await repair.';
    const survival = 'Survival differed (HR 0.61; 95% CI 0.44 to 0.85; Cox model, adjusted for risk).';
    assert.equal(meant('HR', `${repair}\n\n${survival}`), 'hazard ratio');
    assert.equal(meant('HR', `${repair} ${survival}`), undefined);
  });
});

/**
 * Names that are written like abbreviations and are none to define: they name a thing, a firm, a programme,
 * or an animal. Spelled as they are in print. Forms with a meaning of their own in immunology stay out.
 */
import { lazily } from '../../lazily.ts';
import type { MentionClass } from '../../types.ts';

const lists: readonly (readonly [MentionClass, string])[] = [
  ['immunoglobulin', 'anti-HBs anti-HBc anti-HBe Anti-HBs Anti-HBc Anti-HBe'],
  ['gene-or-protein', 'VlsE'],
  // Antigens of mice, named by the antibody or the laboratory that found them.
  ['cell-marker', 'GL7 Gr-1 Gr1 Sca-1 Sca1 PDCA-1 TER-119 Ter119'],
  [
    'unit',
    'kDa Da kD MDa mM nM pM fM µM μM uM mL ml µL μL mIU uL µl μl nL dL fL pL kg mg µg μg ug ng pg fg mm cm nm µm μm um km mmHg ' +
      'kPa MPa Pa kV mV mA kHz MHz GHz Hz kb Mb Gb bp kbp Mbp Gbp mU IU kU kUA µCi μCi mCi kBq MBq GBq Bq Gy cGy mGy mOsm ' +
      'RPM GiB MiB KiB TiB ppm ppb mJ kJ kcal MJ rpm mol mmol µmol μmol nmol pmol cfu pfu mmol/L mg/dL AU kW mW GB MB TB kB hr hrs °C RLU logMAR',
  ],
  [
    'chemical',
    'NaCl KCl HCl CO2 H2O H2O2 O2 N2 NO2 MgCl2 CoCl2 CaCl2 ZnCl2 MnCl2 NaN3 NaOH KOH NaHCO3 MgSO4 CuSO4 H2SO4 KH2PO4 ' +
      'K2HPO4 NaH2PO4 Na2HPO4 NH4Cl LiCl EtOH MeOH HEPES Ni-NTA Nickel-NTA Tris Tris-HCl NaF Na3VO4 Ca2 Mg2 D2O pH SbV SbIII',
  ],
  ['degree', 'MD PhD MSc BSc MBBS MPH FRCP DVM DSc MBA RN PharmD'],
  [
    'strain',
    'OT-I OT-II OT-1 OT-2 C57BL/6 C57BL/6J C57BL/6N BALB/c BALB/cJ DBA/2 C3H/HeJ CBA/J FVB/N B6.SJL 129/Sv Sprague-Dawley AKR/J NSG NOG NRG NSGS MISTRG',
  ],
  [
    'cell-line',
    'NK-92 NK92 NKL K562 K-562 HeLa Jurkat HEK293 HEK-293 HEK293T HEK-293T 293T 293FT THP-1 THP1 YT-1 YT U937 U-937 ' +
      'Raji Daudi Ramos NALM6 NALM-6 Nalm6 A549 MCF-7 MCF7 HepG2 HT-29 HCT116 SK-OV-3 SKOV3 OVCAR-3 RPMI-8226 RPMI8226 ' +
      'MM.1S MDA-MB-231 SK-BR-3 SKBR3 PC-3 PC3 LNCaP DU145 U87 U-87 U251 B16 B16F10 B16-F10 MC38 CT26 EL4 4T1 LLC1 ' +
      'CHO-K1 CHO-S COS-7 COS7 NIH3T3 NIH/3T3 RAW264.7 L929 Vero Expi293 Expi293F MOLM-13 MV4-11 KG-1 KG1a HL-60 HL60 ' +
      'Caco-2 SH-SY5Y RBL-2H3 KHYG-1 CTLL-2 HUT78 Hut78 MDCK TZM-bl BHK-21 NRK LLC-MK2 MRC-5 WI-38 MT-4 Sup-T1 SupT1 P815 YAC-1 ' +
      'Hep3B Huh7 Huh-7 SK-HEP-1 BxPC-3 PANC-1 AsPC-1 Capan-1 SW480 SW620 DLD-1 Colo205 T47D BT-474 BT474 MDA-MB-468 H1299 H460 ' +
      'H1975 A375 B16-OVA U2OS Saos-2 Kasumi-1 OCI-AML3 OCI-LY3 SU-DHL-4 Jeko-1 MEC-1 U266 H929 NCI-H929 JJN3 OPM-2 BEAS-2B HaCaT HMC-1 LAD2 ' +
      'BV-2 BV2 J774 J774A.1 DC2.4 EG7 RMA-S ExpiCHO Lenti-X',
  ],
  [
    'product',
    'RPMI RPMI-1640 RPMI1640 DMEM IMDM AIM-V X-VIVO OptiMEM Opti-MEM TRIzol DynaBeads CellTrace FuGENE SYBR TaqMan ' +
      'AlexaFluor Alexa BV421 BV510 BV605 BV650 BV711 BV785 PerCP PerCP-Cy5.5 APC-Cy7 PE-Cy7 PE-Cy5 AF488 AF647 ' +
      'MabSelect AviTag AVITAG Protein-A QIAGEN NovaSeq HiSeq MiSeq NextSeq iQue OctetRED384 LSRFortessa FACSAria ' +
      'FACSCanto FACSCalibur CytoFLEX QuantStudio NanoDrop VBR BirA TeSR mTeSR StemSpan ImmunoCult ' +
      'GRCh37 GRCh38 GRCm38 GRCm39 CHM13 T2T-CHM13 psPAX2 pMD2.G pcDNA3 pcDNA3.1 TaKaRa FcX TruStain eF450 eF660 eF780 BUV395 BUV496 BUV563 BUV661 BUV737 BUV805 BV480 BV570 BV750 BB515 BB700 ' +
      'AF405 AF532 AF546 AF555 AF568 AF594 AF700 AF750 APC-R700 APC-H7 PE-CF594 PE-Dazzle AS01 AS01B AS01E AS03 AS04 MF59 QS-21 ' +
      'BNT162b1 BNT162b2 mRNA-1273 ChAdOx1 AZD1222 Ad26.COV2.S NVX-CoV2373 CoronaVac BBIBP-CorV OKT3 UCHT1 ' +
      'Quanti-BRITE QuantiBRITE AE1/AE3 PAM50 MammaPrint',
  ],
  [
    'organisation',
    'FDA EMA WHO NIH NCI NIAID EBMT ASCO ASH ESMO NCCN AACR ASTCT CIBMTR UNOS HUGO IUPAC ISCT EORTC ECOG SWOG ' +
      'NCBI UCSC IARC BGI AWS EBI JCVI NHLBI NIDDK NHGRI NIGMS NIAMS NINDS NIMH ECDC UKHSA HHS BARDA CEPI IAVI ISHLT OPTN SRTR ' +
      'NMDP WMDA ASHI OECD ICTV IUCN CZI GSK MSD ALSAC ' +
      'ATCC DSMZ JAX NEB EMD BPS BD GE R&D AP-HP INSERM CNRS ANRS MRC NHS UCLA UCSF MIT ETH EMBL UNICEF UK USA US EU UN USSR CRAN ' +
      'STEMCELL IDT TCI ICMJE PLOS BMJ JAMA NEJM PNAS JCEM IEEE ISO DFG ERC NSF UPenn UCSD MSKCC MGH NSERC CIHR NHMRC BBSRC EPSRC UKRI FWO ' +
      'SNSF NSFC JSPS FAPESP BMBF NVIDIA IBM ' +
      'IDSA SHEA ACMG NICE AIHW NIMR AHRQ HRSA SAMHSA USPSTF ACIP NACI PAHO UNAIDS GAVI USAID PEPFAR ' +
      'MSF ICRC WOAH UNHCR UNDP UNESCO EFSA PMDA MHRA ANVISA NMPA CFDA SFDA ANSM AIFA RKI EUCAST ' +
      'CLSI NCCLS ESCMID ESPGHAN EASL AASLD APASL EULAR SITC ISTH KDIGO KDOQI CIOMS RTOG NSABP CALGB ' +
      'CKD-EPI JCOG HOVON GIMEMA PETHEMA AIEOP DSHNHL LYSA SAKK UNICANCER NCRI CRUK AIRC FWF NWO ANR JST AMED ' +
      'KRF NRF ICMR SERB CAPES CNPq FCT CONACYT OSF IEU CDISC OHDSI HL7 NGDC CNGB LANL AAALAC OLAW ' +
      'WCG ESHRE ASRM FIGO UICC AJCC iwCLL ISUP INRG SIOP SIOPEN',
  ],
  [
    'software',
    'FlowJo GraphPad ImageJ MATLAB SPSS SAS STATA PyMC3 TensorLy BioRender CellProfiler CellRanger DESeq2 edgeR limma ' +
      'STAR HISAT2 BWA GATK SAMtools BEDTools FastQC MultiQC MACS2 AlphaFold PyMOL ChimeraX MaxQuant QuPath ' +
      'SUNDIALS C++ NumPy SciPy scikit-learn PyTorch TensorFlow SnapGene RStudio MiXCR CytoScape SingleR CIBERSORTx RSEM IGoR OLGA SONIA soNNia VDJtools scRepertoire ' +
      'pRESTO BBMap BBTools BEAST BEAST2 RAxML PhyML MEGA MEGAX MAFFT MUSCLE CLUSTAL BLAST BLASTn BLASTp BLASTx DIAMOND ' +
      'HMMER CD-HIT IQ-TREE MEGAHIT QUAST BUSCO QIIME QIIME2 DADA2 VSEARCH USEARCH UCHIME UPARSE LEfSe HUMAnN ANNOVAR SIFT CADD REVEL ' +
      'PROVEAN GISTIC DELLY LUMPY PLINK GCTA LDSC MAGMA SAIGE REGENIE EIGENSOFT ADMIXTURE SHAPEIT BEAGLE FACETS ' +
      'pROC SLURM Slurm xCell EPIC TIMER quanTIseq CIBERSORT SCENIC pySCENIC SPADE GLIPH GLIPH2 TRUST4 MCODE DAVID XCMS SEQUEST ' +
      'MASCOT GROMACS NAMD AMBER CHARMM HADDOCK MODELLER PHENIX RELION cryoSPARC WinBUGS JAGS NONMEM REDCap NVivo RevMan ' +
      'EVOS MOFA MOFA+ FASTP DSSP PROCHECK COOT PHASER XDS CCP4 FIJI IMARIS LOHHLA POLYSOLVER ' +
      'ESTIMATE LIANA COMMOT PAGA RCTD STAGATE LIGER PHATE DIABLO GSNAP SOAP SPAdes IDBA CANU PILON ' +
      'PANGOLIN PANGO COPASI XGBOOST ARIBA SOAPdenovo TASSEL FASTTREE ModelTest jModelTest ' +
      'SNAPP BAPS fineSTRUCTURE TreeMix ChIPseeker HOMER MEME FIMO STREME DiffBind SICER PEAKS ' +
      'MSFragger DIA-NN GNPS SIRIUS OMIQ viSNE CITRUS HALO ilastik TMHMM SignalP PSORT IUPred FoldX VMD ' +
      'FSL AFNI ANTs FreeSurfer CPLEX GUROBI GLPK HiGHS CaSQ GINsim BoolNet MaBoSS CellNOpt BioNetGen PhysiCell Cytoscape ' +
      'MAGIC SAVER SCDE BBKNN scVI scANVI totalVI SCTransform SoupX CellBender Scrublet scVelo CellChat NicheNet CellPhoneDB ' +
      'inferCNV clusterProfiler STRINGdb LAMMPS OpenMM AutoDock ROSETTA MEGAN KRAKEN KRAKEN2 METAPHLAN SNIPPY PROKKA ROARY ' +
      'UNICYCLER FLYE MEDAKA BAKTA ABRICATE BRACKEN BOWTIE BOWTIE2 BUGS OpenBUGS OpenEpi ' +
      'MAGeCK OMOP RxNorm MedDRA SDTM uwot BLAT CUDA PHP GNU AUCRF groHMM',
  ],
  [
    'database',
    'PubMed MEDLINE EMBASE GenBank UniProt RefSeq Ensembl dbGaP dbSNP ClinVar gnomAD KEGG TCGA GTEx COSMIC MSigDB ' +
      'ClinicalTrials.gov CENTRAL PROSPERO IMGT IEDB GENCODE ArrayExpress BioProject Pfam InterPro Reactome SEER ' +
      'OMIM ENA PDB dbVar UBERON MONDO PATO Cellosaurus CELLxGENE PANTHER STRING BRENDA ' +
      'SILVA RDP GTDB GISAID DDBJ HMDB METLIN ChEMBL ChEBI STITCH BioGRID CORUM ZINC TCMSP TCMID ETCM SymMap miRDB ' +
      'CARD VFDB PATRIC MEGARes eggNOG dbCAN CAZy MEROPS CATH SCOP PROSITE JASPAR TRANSFAC VDJdb SAbDab AFND ImmPort ' +
      'ENCODE ICGC CPTAC LINCS ImmGen UMLS SNOMED LOINC NHANES PRIDE HGMD MassIVE CINAHL LILACS PsycINFO SciELO CNKI DOAJ CAS PMID PMCID RRID ORCID rsID ' +
      'PHROG PHROGs pVOG VOGDB ViPR BV-BRC BVBRC CIViC LOVD TOPMed ExAC HapMap CCLE GDSC CTRP ' +
      'CMap DepMap NHIS BRFSS KNHANES CHARLS ALSPAC CPRD NCDB MIMIC MIMIC-III MIMIC-IV eICU ADNI HPRD ' +
      'HGNC OBO ATC ICD ICD-9 ICD-10 ICD-11 SMPDB HMP iHMP FANTOM FANTOM5 TRRUST SIGNOR MINT IntAct LIPIDMAPS MeSH PubMLST ResFinder DRKS ' +
      'ISRCTN ANZCTR ChiCTR EudraCT UMIN MNI',
  ],
  // "AND" and "TO" in capitals are shouts or the operators of a search.
  [
    'emphasis',
    'OR/AND AND/OR AND THE OF TO BY WITH FOR FROM NOT BUT ANY ONLY EACH BOTH MUST OFF YES HIGH LOW TRUE FALSE',
  ],
  // Genetic subtypes of lymphoma are named after their genes: MYD88 and CD79B, EZH2 and BCL2.
  ['gene-or-protein', 'Wnt WNT RAS Ras Notch NOTCH Hox HOX Myc MCD EZB'],
  [
    'standard',
    'NP-hard NP-complete NRRD MINC NIfTI GIfTI ID IDs CIGAR FASTA FASTQ VCF BED GTF GFF CSV TSV JSON XML HTML README TXT UTC UV-VIS UV-Vis UV/Vis PDF YAML TOML macOS BLAS LAPACK BAM CRAM BCF GVCF gVCF PNG TIFF JPEG SVG SQL HTTP HTTPS DICOM CC CC0 CC-BY URL DOI ISBN OK CPU CPUs RAM XX XY dA dC dG dT dU QT QTc PHRED Phred APGAR COVID microRNA microRNAs',
  ],
  // What reports of studies follow, and what their quality is judged by.
  [
    'standard',
    'CONSORT STROBE STARD TRIPOD PRISMA PRISMA-P PRISMA-ScR MOOSE ARRIVE SPIRIT CHEERS SQUIRE COREQ SRQR ENTREQ STREGA ' +
      'REMARK MIQE MIAME MINSEQE AMSTAR QUADAS QUADAS-2 ROBINS-I GRADEpro STROBE-MR STARD-AI CONSORT-AI TRIPOD-AI EQUATOR',
  ],
  ['product', 'PLUS MAX PRO ULTRA GlutaMAX UpSet TruSeq QIAcube QIACube'],
  ['statistics', 'log2FC SD SE SEM df CI IQR ANOVA dN dS NS ns p P R2 AIC BIC R² χ2 χ²'],
  [
    'trial',
    'ZUMA-1 ZUMA-7 JULIET ELIANA TRANSCEND KarMMa KarMMa-3 CARTITUDE-1 CARTITUDE-4 BELINDA ENHANCE REMAP-CAP RECOVERY ACTT-1 SOLIDARITY',
  ],
];

/** Currencies in their codes (ISO 4217) that mean nothing else. */
export const currencies: ReadonlySet<string> = new Set('USD EUR GBP JPY CNY RMB'.split(' '));

/** Those that mean other things too, but in amounts: congestive heart failure, stochastic gradient descent. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'CHF AUD CAD NZD INR BRL ZAR SEK NOK DKK KRW SGD HKD MXN PLN CZK HUF TRY THB'.split(' '),
);

/** What follows a year, a century or a millennium. */
export const eras: ReadonlySet<string> = new Set('AD BC BCE CE'.split(' '));

/** What stands in cells of a table that have no value: not available, not done, not reported, not significant. */
export const emptyCells: ReadonlySet<string> = new Set('NA N/A ND NR NS NE'.split(' '));

/** Postal codes of US states and Canadian provinces: "(Phoenix, AZ)". */
export const postalCodes: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB NS NB SK'
  ).split(' '),
);

/** Statistics that are abbreviations elsewhere: let off where a number is compared with them ("HR = 0.35"). */
export const statisticsWithRelation: ReadonlySet<string> = new Set(
  'HR OR RR aHR aOR SMD MD ICC SE IQR'.split(' '),
);

/** Class by exact spelling. */
export const knownNames: ReadonlyMap<string, MentionClass> = (() => {
  const classes = new Map<string, MentionClass>();
  for (const [kind, names] of lists) for (const name of names.split(' ')) classes.set(name, kind);
  return classes;
})();

const SHORTEST_FREE = 4;
const SPELLED_FREELY: ReadonlySet<MentionClass> = new Set(['database', 'software', 'strain']);

/** Databases, programs and strains of four letters or more are found in any case: "PFAM", "dbGAP", "Balb/c". */
const anyCase = lazily((): ReadonlyMap<string, MentionClass> => {
  const classes = new Map<string, MentionClass>();
  for (const [name, kind] of knownNames) {
    if (name.length >= SHORTEST_FREE && SPELLED_FREELY.has(kind)) classes.set(name.toLowerCase(), kind);
  }
  return classes;
});

/** The class of a known name, undefined for any other form. */
export function knownName(form: string): MentionClass | undefined {
  const kind = knownNames.get(form);
  return kind !== undefined || form.length < SHORTEST_FREE ? kind : anyCase().get(form.toLowerCase());
}

"""What things are about, in both languages: sciences, medicine, law and the arts.

A line is as in `lexicon`: `meaning: beginnings of Russian words / beginnings of English words`.
"""

SCIENCES = """
acoustics: акуст / acoustic
magnetism: магнетизм магнитн / magnet
plasma: плазм / plasma
combustion: горени / combust
thermophysics: теплофиз / thermophys
strength: прочност / strength
nonferrous: =цветных цветмет / nonferrous
spectroscopy: спектроскоп / spectroscop
superconductivity: сверхпроводим / superconduct
cryogenics: криоген / cryogen
seismology: сейсм / seism
volcanology: вулканолог / volcanolog
permafrost: мерзлот / permafrost
botany: ботан / botan
zoology: зоолог / zoolog
breeding: селекц / breed
parasitology: паразит / parasit
cytology: цитолог / cytolog
molecular: молекул / molecul
biophysics: биофиз / biophys
bioorganic: биоорган / bioorgan
macromolecular: высокомолекул / macromolecul
electrochemistry: электрохим / electrochem
informatics: информатик / informatic
cybernetics: кибернет / cybernetic
nanotechnology: нанотехнолог / nanotechnolog
ethnography: этнограф этнолог / ethnograph ethnolog
archaeology: археолог / archaeolog archeolog
literature: литератур / literat
philology: филолог / philolog
theology: богослов теолог / theolog
law: закон / =law =laws
journalism: журналист / journal
maternity: родильн перинат / maternity perinat
ambulance: =скорой / ambulance
blood: =крови гематолог / blood haematolog hematolog
tuberculosis: туберкул фтизи / tubercul phthisi
psychiatry: психиатр / psychiatr
eye: офтальмол глазн / ophthalm =eye
trauma: травмат ортопед / trauma orthop
endocrinology: эндокрин / endocrin
infection: инфекц / infect
transplant: трансплант / transplant
toxicology: токсиколог / toxicolog
roentgen: рентген / roentgen
radiology: радиолог / radiolog
immunology: иммунолог / immunolog
dermatology: дерматолог дерматовенер / dermatolog dermatovener
urology: уролог / urolog
gynaecology: гинеколог акушер / gynaecolog gynecolog obstetric
dispensary: диспансер / dispensar
investigation: следствен / investigat
prosecution: прокур / prosecut
police: полиц / police
penitentiary: наказан / penitentiar
bailiff: пристав / bailiff
registration: регистрац =загс / registrat registry
cadastre: кадастр / cadast
disability: инвалид / disab
veteran: ветеран / veteran
cossack: казач / cossack
ethnic: национальност / ethnic
religion: религи / religi
opera: =оперы оперн / =opera
ballet: =балет балета / ballet
drama: драмат / drama
philharmonic: филармон / philharmon
puppet: кукол кукольн / puppet
gallery: галере / galler
reserve: заповедн / reserve
"""
"""Sciences, medicine, law and the arts."""

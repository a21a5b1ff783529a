"""First names in Latin letters: the common English ones and other ones of guests at such tables, and Russian ones as
people transliterate them."""

RUSSIAN_FIRST = """
Aleksandr Alexander Alexandr Aleksandra Alexandra Aleksei Alexei Alexey Aleksey Anatoly Anatoli Anatoliy Andrei Andrey
Anna Anton Arkady Artem Artyom Arseny Boris Daniil Danila Daria Darya Denis Dina Dmitri Dmitry Dmitriy Ekaterina
Yekaterina Elena Yelena Elvira Evgeni Evgeny Yevgeny Evgeniy Evgenia Fedor Fyodor Gennady Georgy Georgi German Gleb
Grigory Igor Ilya Inna Irina Ivan Kirill Konstantin Ksenia Larisa Leonid Lev Lidia Lyudmila Lyubov Maksim Maxim
Margarita Maria Mariya Marina Mikhail Nadezhda Natalia Natalya Nikita Nikolai Nikolay Oksana Oleg Olga Pavel Petr
Pyotr Polina Roman Rustam Ruslan Rinat Renat Radik Ramil Ravil Sergei Sergey Semyon Stanislav Stepan Svetlana Tatiana
Tatyana Timur Vadim Valentin Valentina Valery Valeriy Vasily Vasiliy Veronika Viktor Viktoria Vitaly Vitaliy Vladimir
Vladislav Vyacheslav Viacheslav Yaroslav Yulia Yuliya Julia Yuri Yury Zinaida Zoya Galina Herman Ildar Ilnur Marat
Murat Rashid Rifkat Shamil Airat Ayrat Aidar Eduard Emil Filipp Timofey Egor Yegor Zakhar Zhanna Aigul Albina Alina
Alla Anastasia Antonina Arina Bogdan Elizaveta Gulnara Kira Kseniya Lilia Liliya Ludmila Madina Nina Rimma Rodion
Tamara Taras Valeria Varvara Vera Vsevolod
"""
ENGLISH_FIRST = """
Aaron Adam Adrian Alan Albert Alfred Alice Allan Alison Amanda Amy Andrea Andrew Angela Ann Anne Anthony Antonio
Arthur Barbara Ben Benjamin Bernard Bill Bob Brian Bruce Carl Carlos Carol Caroline Catherine Charles Charlotte Chris
Christian Christina Christine Christopher Claire Claudia Colin Craig Daniel David Deborah Dennis Diana Diane Donald
Dorothy Douglas Edgar Edward Elisabeth Elizabeth Emily Emma Eric Erik Ernest Eva Evelyn Frank Fred Frederick Gary
George Gerald Gordon Graham Gregory Hannah Hans Harold Harry Helen Henry Howard Hugh Jack Jacob James Jane Janet Jason
Jean Jeffrey Jennifer Jeremy Jessica Jim Joan Joe John Jonathan Joseph Joshua Judith Juan Karen Karl Kate Katherine
Keith Kenneth Kevin Klaus Larry Laura Lawrence Leo Leonard Lewis Linda Lisa Louis Louise Lucas Lucy Luis Margaret
Marie Mario Mark Martha Martin Mary Matthew Max Melissa Michael Michel Michelle Mike Nancy Natalie Nathan Neil
Nicholas Nicole Nigel Nina Oliver Oscar Otto Pamela Patricia Patrick Paul Paula Peter Philip Pierre Rachel Ralph
Raymond Rebecca Richard Robert Robin Roger Ronald Rosa Roy Ruth Ryan Samantha Samuel Sandra Sara Sarah Scott Sean
Sharon Simon Sophia Sophie Stefan Stephanie Stephen Steven Stuart Susan Sylvia Teresa Terry Theodore Theresa Thomas
Timothy Tom Tony Vera Victor Victoria Vincent Virginia Walter Wayne William Barack Hillary Angela Emmanuel
"""
OTHER_FIRST = """
Ahmed Ali Anders Anil Astrid Björn Bjorn Chen Dieter Fatima Fernando Francesco François Francois Giovanni Giuseppe
Goran Göran Gunther Günter Günther Hassan Heinz Helmut Hiroshi Ibrahim Ingrid Jacques Jan Javier Jens Johan Johannes
José Jose Jürgen Jurgen Kenji Lars Laurent Luc Luca Manfred Marco Miguel Mohammed Muhammad Olivier Omar Paolo Pedro
Philippe Priya Rajesh Ricardo Sanjay Sven Søren Takashi Wolfgang Yusuf
"""

print('next')
